package vault

// Option changes how a vault is made or opened.
type Option func(*options)

type options struct {
	kdf        KDF
	schema     int
	migrations []Migration
}

// KDF holds the parameters of Argon2id (RFC 9106). They are stored in the vault.
type KDF struct {
	Time    uint32 `json:"time"`
	Memory  uint32 `json:"memory"` // KiB
	Threads uint8  `json:"threads"`
}

// DefaultKDF is what a new vault gets: 64 MiB, 3 passes (RFC 9106, section 4).
var DefaultKDF = KDF{Time: 3, Memory: 64 * 1024, Threads: 4}

// TestKDF is cheap: for tests and measurements only, it protects nothing.
var TestKDF = KDF{Time: 1, Memory: 64, Threads: 1}

// maxKDF bounds what a file may ask of a laptop before its passphrase is known.
var maxKDF = KDF{Time: 20, Memory: 1024 * 1024, Threads: 16}

func (k KDF) sane() bool {
	return k.Time >= 1 && k.Time <= maxKDF.Time && k.Threads >= 1 && k.Threads <= maxKDF.Threads &&
		k.Memory >= 8*uint32(k.Threads) && k.Memory <= maxKDF.Memory
}

// WithKDF sets the key derivation of a new vault.
func WithKDF(k KDF) Option { return func(o *options) { o.kdf = k } }

// WithMigrations gives the steps from older schemas; the highest To is the schema
// that this program knows.
func WithMigrations(m ...Migration) Option {
	return func(o *options) {
		o.migrations = m
		for _, x := range m {
			o.schema = max(o.schema, x.To)
		}
	}
}

// Schema is that of a vault made without migrations: the one that Kring now writes.
const Schema = 1

func collect(opts []Option) options {
	o := options{kdf: DefaultKDF, schema: Schema}
	for _, f := range opts {
		f(&o)
	}
	return o
}
