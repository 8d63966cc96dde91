package vault

// The buckets of the file. Collections have a bucket each, after collPrefix.
var (
	bucketMeta     = []byte("meta")
	bucketManifest = []byte("manifest")
	bucketJournal  = []byte("journal")
)

const collPrefix = "c/"

var (
	keyHeader = []byte("header")
	keySchema = []byte("schema")
	keyDevice = []byte("device")
)
