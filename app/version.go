package app

// Version of the program; FyneApp.toml and the changelog say the same (a test sees to it).
const Version = "0.1.0"
