package glossary

// Watch calls fn after a commit that changed a term or what it is called in a language.
func (s *Store) Watch(fn func()) (unsubscribe func()) {
	terms := s.terms.Watch(func(string, kept, bool) { fn() })
	words := s.words.Watch(func(string, Wording, bool) { fn() })
	return func() {
		terms()
		words()
	}
}
