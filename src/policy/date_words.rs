//! The words that people write dates with: English, German, French, Spanish, Italian, Dutch, Portuguese, Arabic.

/// The words by which a policy says its date, in small letters, parted by `|`.
pub(super) const DATED: &str = "updated|update|effective|revised|revision|modified|amended|as of|version|dated|date|published|\
    in force|changed|reviewed|aktualisiert|aktualisierung|geändert|änderung|überarbeitet|gültig|stand|\
    fassung|letzter stand|datum|mise à jour|mis à jour|mises à jour|modifié|modifiée|modification|\
    en vigueur|révision|actualizado|actualizada|actualización|modificado|modificada|modificación|\
    vigente|vigencia|en vigor|fecha|revisión|aggiornato|aggiornata|aggiornamento|modifica|in vigore|\
    bijgewerkt|gewijzigd|herzien|laatste wijziging|ingangsdatum|versie|atualizado|atualizada|\
    atualização|alteração|em vigor|vigência|تحديث|التحديث|سارية";

/// The names of each month, January first, in small letters; the beginning of one is enough.
pub(super) const MONTHS: [&str; 12] = [
    "january|januar|jänner|janvier|enero|gennaio|januari|janeiro|يناير|jan|janv|gen",
    "february|februar|feber|février|fevrier|febrero|febbraio|februari|fevereiro|فبراير|شباط",
    "march|märz|maerz|mars|marzo|maart|março|marco|مارس|آذار|mrt",
    "april|avril|abril|aprile|أبريل|ابريل|إبريل|نيسان",
    "may|mai|mayo|maggio|mei|maio|مايو|أيار",
    "june|juni|juin|junio|giugno|junho|يونيو|حزيران",
    "july|juli|juillet|julio|luglio|julho|يوليو|تموز",
    "august|août|aout|agosto|augustus|أغسطس|اغسطس|آب",
    "september|sept|septembre|septiembre|setiembre|settembre|setembro|سبتمبر|أيلول",
    "october|oktober|octobre|octubre|ottobre|outubro|أكتوبر|اكتوبر|okt",
    "november|novembre|noviembre|novembro|نوفمبر",
    "december|dezember|décembre|decembre|diciembre|dicembre|dezembro|ديسمبر|déc",
];
