//go:build !linux

package app

// onSleep: elsewhere the clock tells that the laptop slept, see guard.Idle.
func onSleep(func()) {}
