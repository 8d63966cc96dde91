# Kring. `make run` starts the app, `make test` runs every test; both install what is missing.
TAGS := migrated_fynedo
GOFLAGS_KRING := -tags $(TAGS)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOFUMPT := mvdan.cc/gofumpt@v0.12.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
GOLICENSES := github.com/google/go-licenses@v1.6.0

.PHONY: run test demo bench compare-text compare-editor compare-xliff lint licences release same-bytes screenshots deps build fuzz soak

build: deps
	go build $(GOFLAGS_KRING) -o bin/kring .

run: build
	@bin/kring

test: deps
	go test $(GOFLAGS_KRING) ./...

# What takes long: the power goes a thousand times, the disk is bad at every kind of write, copies
# are made in mid-write, and a day in a real window without a network, whose traces are read.
soak: deps
	@sh scripts/deps.sh strace
	go test $(SOAK) -run 'TestPowerGoes' ./app/mishap -runs 1000
	go test $(SOAK) -run 'TestBadDisk|TestPowerAtEveryWrite' ./app/mishap
	go test $(SOAK) -run 'TestCopyWhileWriting' ./internal/vault -copies 1500
	go test $(SOAK) -run 'TestDayWithoutNetwork|TestDayLeavesNoTraces' ./app
SOAK = -tags '$(TAGS) soak' -count 1 -timeout 60m -v

demo: build
	bin/kring demo --out demo

bench: build
	@sh scripts/deps.sh libreoffice-writer
	go test -p 1 $(GOFLAGS_KRING) -run '^$$' -bench . ./... # one after the other: two would slow each other
	go test -tags '$(TAGS) compare' -run '^$$' -bench AgainstPango ./internal/typeset
	SCREEN=1280x800 sh scripts/on-display.sh sh scripts/scroll-fps.sh bin/kring toolkit
	season=$$(mktemp -u).kring; go run $(GOFLAGS_KRING) ./app/testdata/season $$season && \
		SCREEN=1280x800 sh scripts/on-display.sh sh scripts/scroll-fps.sh bin/kring season $$season; rm -f $$season

# Glyphs and their order, line by line, against Pango and LibreOffice with the same fonts.
compare-text: deps
	@sh scripts/deps.sh libreoffice-writer
	go test -count 1 -tags '$(TAGS) compare' -run AgainstPango -bench AgainstPango ./internal/typeset
	go test -count 1 -tags '$(TAGS) compare' -run AgainstOffice ./toolkit/export

# Keys and clicks in a text, step by step, against GTK (Debian: python3-gi, gir1.2-gtk-3.0).
compare-editor: deps
	sh scripts/on-display.sh /usr/bin/python3 scripts/compare-editor.py app/widget/testdata/editing.txt

# XLIFF there and back through another tool's parser (the npm package xliff).
compare-xliff: deps
	sh scripts/compare-xliff.sh $(TAGS)

screenshots: build
	sh scripts/on-display.sh sh scripts/screenshots.sh bin/kring docs/screenshots

FUZZ = go test $(GOFLAGS_KRING) -run '^$$' -fuzztime 30s -fuzzminimizetime 2s -fuzz
fuzz: deps
	$(FUZZ) FuzzField ./app/widget
	$(FUZZ) FuzzHeader ./internal/vault
	$(FUZZ) FuzzSalvage ./internal/vault
	$(FUZZ) FuzzPages ./internal/vault
	$(FUZZ) FuzzReadText ./internal/sheet
	$(FUZZ) FuzzReadXLSX ./internal/sheet
	$(FUZZ) FuzzReadSheet ./internal/sheet
	$(FUZZ) FuzzParse ./toolkit/bilingual
	$(FUZZ) FuzzXLIFF ./toolkit/exchange
	$(FUZZ) FuzzPO ./toolkit/exchange
	$(FUZZ) FuzzText ./toolkit/exchange
	$(FUZZ) FuzzRows ./toolkit/glossary
	$(FUZZ) FuzzPreview ./sessions/people
	$(FUZZ) FuzzSVG ./toolkit/export
	$(FUZZ) FuzzPicture ./toolkit/export
	$(FUZZ) FuzzFormat ./toolkit/bilingual
	$(FUZZ) FuzzLowText ./toolkit/bilingual
	$(FUZZ) FuzzDOCX ./toolkit/bring
	$(FUZZ) FuzzZip ./toolkit/bring

lint: deps
	sh scripts/lint.sh $(TAGS) $(STATICCHECK) $(GOFUMPT) $(GOVULNCHECK) $(GOLICENSES)

# Writes down anew what is built in and under which licence.
licences: deps
	sh scripts/licences.sh $(GOLICENSES) $(TAGS) write

# What people get: no paths of this machine, no time, the same bytes from the same source,
# Go and C compiler.
release: deps
	sh scripts/release.sh $(TAGS) dist

# Builds twice in two folders, without what was built before, and compares.
same-bytes: deps
	sh scripts/same-bytes.sh $(TAGS)

deps:
	@sh scripts/deps.sh
