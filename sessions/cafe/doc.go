// Package cafe knows the places of the weekly drop-in: when they are open, who is on, what is
// done there, who comes, what is eaten and how it went. What a place does every week is a rule;
// what is otherwise on one date is an exception, a record of its own, so that two laptops can
// change different evenings.
//
// Every record of an evening is kept by place and planned date, the one that the rule gives, so
// that it goes with an evening that is moved. The Store answers from memory and writes each
// user action as one transaction.
//
// What lives where; the rules of a thing stand in its own file, its part of the Store in
// store_x.go where it is long:
//
//   - cafe.go: places, activities, exceptions, and the evenings that they make
//   - holder.go, store_turns.go, broken.go, swap.go: space-holders, who is on, turns that cannot
//     be any more, and swapping them
//   - skill.go, team.go, store_skills.go: skills forms and what the team can
//   - suggest.go: the roster that is proposed. suggest_solver.go makes it a flow (flow.go),
//     suggest_row.go keeps people from being on too often in a row, suggest_skills.go and what
//     it names better it for skills, suggest_say.go says why places stay open; store_season.go asks
//     for it and takes it
//   - programme.go, timeline.go, store_programme.go: the pieces of an evening and their times
//   - watch.go: watch points, of which the journal keeps nothing
//   - visitor.go, comings.go, store_door.go, night.go, missed.go: who came by name or as a
//     number, whose first visit it was, who is missed, and how the evening went
//   - menu.go, shopping.go, store_menu.go, store_meal.go: what is cooked, with the recipes of
//     the package kitchen
//   - catalogue.go, store_ideas.go, wish.go: ideas for evenings, and what visitors wish
//   - agreed.go, figures.go: what was agreed with a funder, and a year in numbers
//   - store_refs.go, store_broken.go: what goes when something is deleted, and what must not dangle
//   - privacy.go, erase.go: what is kept of people, and taking somebody away for good
package cafe
