package page

import (
	"fyne.io/fyne/v2"

	"kring/app/paper"
	kwidget "kring/app/widget"
	"kring/i18n"
	"kring/toolkit/kit"
)

// members lists who is in the group and what they like to get.
func (p *group) members(d groupData) fyne.CanvasObject {
	env, loc := p.env, p.env.Loc
	add := kwidget.NewButton(loc.T("common.add"), nil, func() { env.findMembers(d.Group) })
	lines := column(gapParts, stretched(halfway(section(loc.N("count.members", len(d.members)))), add))
	if len(d.members) == 0 {
		lines.Add(quietly(loc.T("group.nomembers")))
	}
	for _, m := range d.members {
		said := column(0, name(m.name))
		if m.Wants() {
			said.Add(value(env.gets(m.Member)))
		}
		said.Add(quietly(env.wants(m.Member)))
		choices := []choiceOf{{loc.T("common.edit"), func() { env.memberDraft(m.Member) }}}
		if m.Wants() {
			choices = append(choices, choiceOf{loc.T("member.stop"), func() { env.do(func() error { return env.Kits.Stop(m.Member, env.Day()) }) }})
		}
		choices = append(choices, choiceOf{loc.T("member.remove"), func() { env.do(func() error { return env.Kits.RemoveMember(m.Member) }) }})
		lines.Add(stretched(said, more(choices...)))
	}
	return card(lines)
}

// gets says in which language and form somebody likes the toolkit.
func (e *Env) gets(m kit.Member) string {
	return e.Loc.Facts(paper.SendLanguage(e.Loc, m), e.Loc.T("kitform."+firstOf(string(m.Form), string(kit.AsPDF))))
}

// wants says since when somebody wants the toolkit, or that they do not.
func (e *Env) wants(m kit.Member) string {
	loc := e.Loc
	switch {
	case m.Wants():
		out := []string{loc.T("member.since", "Date", e.date(m.Since, i18n.Medium))}
		if m.How != "" {
			out = append(out, loc.T("how."+string(m.How)))
		}
		return loc.Facts(out...)
	case !m.Withdrawn.IsZero():
		return loc.T("member.withdrawn", "Date", e.date(m.Withdrawn, i18n.Medium))
	}
	return loc.T("member.none")
}
