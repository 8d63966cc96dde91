package app

import (
	"errors"
	"io/fs"
	"syscall"

	"kring/app/folder"
	"kring/app/page"
	"kring/app/paper"
	"kring/i18n"
	"kring/internal/backup"
	"kring/internal/sheet"
	"kring/internal/vault"
	"kring/sessions/cafe"
	"kring/sessions/cafe/kitchen"
	"kring/sessions/calendar"
	"kring/sessions/course"
	"kring/sessions/plan"
	"kring/sessions/privacy"
	"kring/toolkit/book"
	"kring/toolkit/bring"
	"kring/toolkit/exchange"
	"kring/toolkit/export"
	"kring/toolkit/glossary"
	"kring/toolkit/kit"
)

// sentences classifies errors by what somebody can do about them.
var sentences = []struct {
	err error
	id  string
}{
	{ErrKeyring, "error.keyring"},
	{page.ErrWeak, "welcome.weak"},
	{page.ErrDiffer, "welcome.differ"},
	{vault.ErrCopySecret, "error.copysecret"}, // it may have both
	{vault.ErrWrongSecret, "error.secret"},
	{vault.ErrNotVault, "error.notvault"},
	{vault.ErrNewerSchema, "error.newer"},
	{vault.ErrExists, "error.exists"},
	{vault.ErrConflict, "error.conflict"},
	{vault.ErrNothingToRevive, "error.norevive"},
	{vault.ErrNoSpace, "error.nospace"},
	{vault.ErrBadCopy, "error.badcopy"},
	{vault.ErrNoKey, "error.nokey"},
	{backup.ErrAway, "error.backupaway"},
	{book.ErrNotFound, "error.nobook"},
	{book.ErrTitle, "error.booktitle"},
	{book.ErrLang, "error.booklang"},
	{book.ErrSameLang, "error.samelang"},
	{book.ErrLong, "error.booklong"},
	{book.ErrEmpty, "error.bookempty"},
	{book.ErrReason, "error.bookreason"},
	{page.ErrAddress, "error.address"},
	{export.ErrPictureSize, "error.picturesize"},
	{export.ErrPicture, "error.picture"},
	{paper.ErrNobody, "error.nobody"},
	{paper.ErrNothingToSend, "error.nothingtosend"},
	{paper.ErrPictures, "error.pictures"},
	{course.ErrName, "error.coursename"},
	{course.ErrTimes, "error.times"},
	{course.ErrDates, "error.dates"},
	{course.ErrCapacity, "error.capacity"},
	{course.ErrPerson, "error.person"},
	{course.ErrAgreement, "error.agreement"},
	{plan.ErrMinutes, "error.minutes"},
	{plan.ErrTitle, "error.blockname"},
	{page.ErrPhone, "error.phone"},
	{page.ErrEmail, "error.email"},
	{folder.ErrName, "error.filename"},
	{page.ErrLink, "error.link"},
	{page.ErrTooLong, "error.toolong"},
	{page.ErrChildren, "error.children"},
	{course.ErrNotFound, "error.notfound"},
	{cafe.ErrPlace, "error.placename"},
	{cafe.ErrFar, "error.rulefar"},
	{cafe.ErrTimes, "error.evening"},
	{cafe.ErrActivity, "error.activity"},
	{cafe.ErrHolder, "error.person"},
	{cafe.ErrSpan, "error.span"},
	{cafe.ErrMax, "error.most"},
	{cafe.ErrAway, "error.away"},
	{cafe.ErrNoDay, "error.noday"},
	{cafe.ErrNoVOG, "error.novog"},
	{cafe.ErrOldVOG, "error.oldvog"},
	{cafe.ErrFull, "error.full"},
	{cafe.ErrElsewhere, "error.elsewhere"},
	{cafe.ErrWish, "error.wish"},
	{cafe.ErrVisitor, "error.person"},
	{cafe.ErrReach, "error.reach"},
	{cafe.ErrIdea, "error.idea"},
	{cafe.ErrAt, "error.at"},
	{cafe.ErrVOG, "error.vogdates"},
	{cafe.ErrWatch, "error.watch"},
	{cafe.ErrKeep, "error.keep"},
	{cafe.ErrThere, "error.there"},
	{cafe.ErrDish, "error.dish"},
	{cafe.ErrToBuy, "error.item"},
	{kitchen.ErrHeads, "error.heads"},
	{kitchen.ErrMoney, "error.money"},
	{cafe.ErrInRow, "error.inrow"},
	{cafe.ErrNoSeat, "error.noseat"},
	{cafe.ErrLapsed, "error.lapsed"},
	{cafe.ErrSkill, "error.skill"},
	{cafe.ErrTraining, "error.training"},
	{cafe.ErrSwap, "error.swap"},
	{cafe.ErrTaken, "error.taken"},
	{cafe.ErrDate, "error.noevening"},
	{cafe.ErrAgreed, "error.agreed"},
	{cafe.ErrNotFound, "error.notfound"},
	{kit.ErrDeadline, "error.deadline"},
	{kit.ErrGroupName, "error.groupname"},
	{kit.ErrMember, "error.person"},
	{kit.ErrWithdrawn, "error.withdrawn"},
	{kit.ErrAbout, "error.about"},
	{kit.ErrAt, "error.meetingtime"},
	{kit.ErrFarDate, "error.date"},
	{kit.ErrNotFound, "error.notfound"},
	{kit.ErrTwice, "error.twice"},
	{kit.ErrJoin, "error.join"},
	{kit.ErrStepTitle, "error.steptitle"},
	{kit.ErrStepBlank, "error.stepblank"},
	{glossary.ErrNoWord, "error.noterm"},
	{glossary.ErrTwice, "error.termtwice"},
	{glossary.ErrForbidden, "error.termforbidden"},
	{glossary.ErrNoColumns, "error.termcolumns"},
	{glossary.ErrNotFound, "error.notfound"},
	{calendar.ErrRule, "error.rule"},
	{privacy.ErrTerm, "error.retention"},
	{privacy.ErrUntil, "error.keepuntil"},
	{privacy.ErrWhy, "error.keepwhy"},
	{privacy.ErrConsent, "error.consent"},
	{privacy.ErrConsentDay, "error.consentday"},
	{privacy.ErrNotRewritten, "error.notrewritten"},
	{calendar.ErrDate, "error.date"},
	{sheet.ErrTooBig, "error.toobig"},
	{sheet.ErrOldExcel, "error.oldexcel"},
	{sheet.ErrUnknownFormat, "error.format"},
	{sheet.ErrEmpty, "error.emptylist"},
	{bring.ErrTooBig, "error.bringbig"},
	{bring.ErrUnpacked, "error.bringbig"},
	{bring.ErrOldWord, "error.bringoldword"},
	{bring.ErrPassword, "error.bringpassword"},
	{bring.ErrODT, "error.bringodt"},
	{bring.ErrPDF, "error.bringpdf"},
	{bring.ErrRTF, "error.bringrtf"},
	{bring.ErrNotWord, "error.bringnotword"},
	{bring.ErrDamaged, "error.bringdamaged"},
	{bring.ErrUnsafe, "error.bringunsafe"},
	{bring.ErrNothingIn, "error.bringempty"},
	{paper.ErrPlaceGone, "error.placegone"},
	{fs.ErrNotExist, "error.nofile"},
	{fs.ErrPermission, "error.permission"},
	{syscall.EROFS, "error.permission"}, // a stick with its slide on read only
}

// explain says an error in one plain sentence with the next step.
func explain(loc *i18n.Localizer, err error) string {
	var locked *vault.LockedError
	if errors.As(err, &locked) {
		return explainLocked(loc, locked)
	}
	if id, ok := explainDisk(err); ok && !errors.Is(err, vault.ErrNoSpace) { // that is where a copy goes
		return loc.T(id)
	}
	var damage *vault.DamageError
	if errors.As(err, &damage) && !errors.Is(err, vault.ErrNoKey) {
		return loc.T("error.damage")
	}
	var place *exchange.Error
	if errors.As(err, &place) {
		return explainExchange(loc, place)
	}
	for _, s := range sentences {
		if errors.Is(err, s.err) {
			return loc.T(s.id)
		}
	}
	return loc.T("error.unknown")
}
