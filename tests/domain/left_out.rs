//! What is left out of an owner's text, what visitors see as markup, its dates, and the names on the page.

use courtesy::check::check;
use courtesy::policy::{OwnText, ParsedText, TextDate, TextFormat, Treatment, dates};
use courtesy::site::read::read;
use serde_json::json;

use crate::as_written::{EXPECTED, marked, titles};
use crate::checking::{flawless, today};
use crate::compiling::parts;
use crate::fixtures::site;
use crate::page::policy_page;
use crate::tables::merged;
use crate::written::{all_lines, markdown, plain};

#[test]
fn what_generators_add_is_left_out_and_named_with_its_line() {
    let source = "---\nlayout: page\ntitle: Privacy\n---\n<!-- Draft. -->\n[TOC]\n\n<h2>Cookies</h2>\n\nText.\n\n## Your rights {#rights}\n\n\
        [Ask](https://a.example/ask){:target=\"_blank\"} now.\n{: .lead}\n\n> [!NOTE]\n> By mail.\n\n:::tip Title\nInside.\n:::\n\n!!! note \"Mind\"\n    Out.\n\n\
        {% include a.html %}\n{% comment %}hidden{% endcomment %}\n{{< toc >}}\n{{/* no */}}\n[//]: # (hidden)\n[unused]: https://a.example\n\nBy {{ site.name }}.\n";
    let written = markdown(source);
    assert_eq!(titles(&written), EXPECTED);
    assert_eq!(written.document.title.as_deref(), Some("Privacy"));
    let all = all_lines(&written.document).join("|");
    assert_eq!(all, "Privacy|Cookies|Text.|Your rights|Ask now.|By mail.|Title|Inside.|Mind|Out.|By {{ site.name }}.");
    assert_eq!(marked(&written, Treatment::Shown), [(34, "{{ site.name }}")]);
    assert_eq!(marked(&written, Treatment::Unfilled), [(27, "{% include a.html %}"), (29, "{{< toc >}}")]);
    let left = marked(&written, Treatment::LeftOut);
    let lines = [1, 5, 6, 12, 14, 15, 17, 20, 22, 24, 28, 30, 31, 32];
    assert_eq!(left.iter().map(|(line, _)| *line).collect::<Vec<_>>(), lines, "{left:?}");
}

#[test]
fn a_comment_of_any_form_is_published_nowhere() {
    for comment in [
        "<!-- no\nno -->",
        "<!--no-->",
        "{# no #}",
        "{{/* no */}}",
        "{{!-- no --}}",
        "{% comment %}no{% endcomment %}",
        "{::comment}no{:/comment}",
        "[//]: # (no)",
    ] {
        let written = markdown(&format!("## Cookies\n\nText.\n\n{comment}\n\n## Your rights\n\nText.\n"));
        assert_eq!(all_lines(&written.document).join("|"), "Cookies|Text.|Your rights|Text.", "{comment}");
        assert_eq!(marked(&written, Treatment::LeftOut).len(), 1, "{comment}");
        assert_eq!(written.remarks[0].line, 5, "{comment}");
    }
    let written = plain("Cookies\n\n<!-- no -->\n\nText.");
    assert!(!all_lines(&written.document).concat().contains("no"), "in plain text, too");
}

#[test]
fn markup_that_visitors_would_see_is_named() {
    for (source, seen) in [
        ("a {{ b }} c", "{{ b }}"),
        ("by <your company> now", "<your company>"),
        ("a ~~b~~ c", "~~b~~"),
        ("[COMPANY NAME] is", "[COMPANY NAME]"),
        ("by [Adresse einfügen]", "[Adresse einfügen]"),
        ("[b]Cookies[/b]", "[/b]"),
        ("see [a](javascript:b)", "[a](javascript:b)"),
        ("- [x] a", "[x]"),
        ("[a][b] c", "[a]"),
        ("<p>**a** b</p>", "**a**"),
        ("a \\*\\*b\\*\\* c", "**b**"),
    ] {
        let written = markdown(source);
        assert_eq!(marked(&written, Treatment::Shown), [(1, seen)], "{source}");
    }
    assert_eq!(marked(&markdown("a\n\n    <p>b</p>"), Treatment::Shown), [(3, "<p>")], "it is code to Markdown");
    for (source, seen) in [
        ("We [see](https://a.example) you.", "[see](https://a.example)"),
        ("A&nbsp;b.", "&nbsp;"),
        ("A <b>b</b>.", "<b>"),
        ("A **b** c.", "**b**"),
    ] {
        assert_eq!(marked(&plain(source), Treatment::Shown), [(1, seen)], "{source}");
    }
    for source in [
        "We set `__cf_bm`, __Host-x and a[0].",
        "Write to <a@b.example>.",
        "5 < 6 > 4 & so",
        "`{{ a }}`",
        "* one\n* two",
    ] {
        assert_eq!(markdown(source).remarks, [], "{source}");
    }
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (line, date) in [
        ("Last updated: 3 October 2026", "2026-10-03"),
        ("Last updated on October 3rd, 2026.", "2026-10-03"),
        ("Effective Oct. 3, 2026", "2026-10-03"),
        ("Last updated: 2026-10-03", "2026-10-03"),
        ("Last updated: 2026/10/03", "2026-10-03"),
        ("Stand: 03.10.2026", "2026-10-03"),
        ("Stand: 3. Oktober 2026", "2026-10-03"),
        ("Stand: Oktober 2026", "2026-10"),
        ("Stand 10/2026", "2026-10"),
        ("Dernière mise à jour : 1er octobre 2026", "2026-10-01"),
        ("Mis à jour le 3 août 2026", "2026-08-03"),
        ("Dernière mise à jour : 22/09/2026", "2026-09-22"),
        ("Última actualización: miércoles, 3 de octubre del 2026", "2026-10-03"),
        ("Ultimo aggiornamento: 3 ottobre 2026", "2026-10-03"),
        ("Laatst bijgewerkt: 3 oktober 2026", "2026-10-03"),
        ("Última atualização: 3 de outubro de 2026", "2026-10-03"),
        ("آخر تحديث: ٣ أكتوبر ٢٠٢٦", "2026-10-03"),
        ("Last updated: the 3rd of October, 2026", "2026-10-03"),
        ("Last updated: 10/13/2026", "2026-10-13"),
        ("3-Oct-2026", "2026-10-03"),
        ("Updated Sept 2026", "2026-09"),
        ("**Last updated:** 03/03/2026", "2026-03-03"),
        ("Letzte Änderung: 3.10.26", "2026-10-03"),
    ] {
        let found = dates(line);
        let [(1, TextDate::Known(found))] = &found[..] else { panic!("{line}: {found:?}") };
        assert_eq!(found.to_string(), date, "{line}");
    }
    assert_eq!(dates("Last updated: 03/04/2026"), [(1, TextDate::Unclear("03/04/2026".into()))]);
    for line in ["We may update it.", "Regulation (EU) 2016/679 is effective.", "Updated in version 3.10"] {
        assert_eq!(dates(line), [], "{line}");
    }
}

#[test]
fn check_names_what_it_did_not_understand() {
    let found = |name: &str, source: &str, patch: serde_json::Value| {
        let patch = merged(Some(&json!({ "policy": { "source": name } })), &patch);
        let site =
            read(&merged(Some(&flawless()), &patch).to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
        let source = format!("{source}\n\nprivacy@plum.example, DPO@plum.example, Orchard Hosting\n");
        let form = if name.ends_with("txt") { TextFormat::Plain } else { TextFormat::Markdown };
        let text = OwnText { file: name.into(), parsed: ParsedText::read(&source, form), source };
        let findings = check(&site, &[text], today());
        findings
            .into_iter()
            .filter(|finding| finding.code.starts_with("policy-"))
            .map(|finding| {
                let places: Vec<_> = finding.places.iter().map(ToString::to_string).collect();
                format!("{} {} {}", finding.severity.as_str(), finding.code, places.join(" "))
            })
            .collect::<Vec<_>>()
    };
    let known = "## Cookies\n\na\n\n## Your rights\n\nb\n\n## Contact\n\n";
    assert_eq!(found("p.md", known, json!({})), [""; 0]);
    assert_eq!(
        found("p.md", &format!("{known}<!-- c -->\n\n{{{{ d }}}}"), json!({})),
        ["warning policy-markup p.md:13", "note policy-left-out p.md:11"]
    );
    assert_eq!(
        found("p.md", &format!("{known}Last updated: 03/04/2026"), json!({})),
        ["warning policy-date-unclear p.md:11"]
    );
    assert_eq!(
        found("p.md", &format!("{known}Last updated: 1 January 2026"), json!({ "lastUpdated": "2026-05-02" })),
        ["warning policy-date-differs p.md:11"]
    );
    assert_eq!(
        found("p.md", "## Cookies\n\na", json!({})),
        ["note policy-part-added policy.sections.rights policy.sections.contact"]
    );
}

#[test]
fn a_part_is_found_in_languages_that_there_are_no_words_for() {
    let of = |file: &serde_json::Value, source: &str| {
        let file = site(merged(Some(file), &json!({ "policy": { "source": "p.md" } })));
        let page = policy_page(&file, &parts(), 0, |_| Ok(source.into()));
        page.anchors().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (cookies, rights, contact) in [
        ("Cookies et traceurs", "Vos droits", "Nous contacter"),
        ("Uso de cookies", "Tus derechos", "Contacto"),
        ("Cookie e altro", "I tuoi diritti", "Contattaci"),
        ("Cookies", "Uw rechten", "Contact"),
        ("Cookies", "Seus direitos", "Fale conosco"),
        ("Cookies", "Ihre Rechte", "Kontakt"),
        ("ملفات تعريف الارتباط", "حقوقك", "اتصل بنا"),
    ] {
        let source = format!("# X\n\n## {cookies}\n\na\n\n## {rights}\n\nb\n\n## {contact}\n\nc\n");
        assert_eq!(of(&json!({}), &source), ["storage", "rights", "contact"], "{rights}");
    }
}

#[test]
fn nothing_on_the_pages_is_what_lists_of_cookie_notices_hide() {
    let source = "# Privacy Notice\n\n## Cookie Policy\n\na\n\n### Cookie list\n\nb\n\n## Cookie preferences\n\nc\n\n## GDPR\n\nd\n\n## Consent\n\ne\n\n\
        ## About cookies\n\nSee [the list](#cookie-list).\n\n## Cookie banner {#cookie-consent}\n\nf\n\n## Contact\n\ng\n";
    let file = site(json!({ "policy": { "source": "p.md" } }));
    let page = policy_page(&file, &parts(), 0, |_| Ok(source.into()));
    let files = crate::compiling::built(&site(json!({})));
    let texts = files
        .iter()
        .filter(|file| file.name.ends_with(".html"))
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned());
    for html in texts.chain([page.html.clone()]) {
        let tree = scraper::Html::parse_document(&html);
        for element in tree.root_element().descendants().filter_map(scraper::ElementRef::wrap) {
            for name in
                ["id", "class"].iter().filter_map(|name| element.value().attr(name)).flat_map(str::split_whitespace)
            {
                let name = name.to_lowercase();
                let kinds = [
                    "cookie", "consent", "gdpr", "ccpa", "privacy", "policy-", "-policy", "banner", "notice", "cmp",
                    "eu-", "overlay", "popup",
                ];
                assert!(kinds.iter().all(|kind| !name.contains(kind)), "{name}");
            }
        }
    }
    for name in [
        "storage",
        "cookie-policy",
        "cookie-list",
        "cookie-preferences",
        "gdpr",
        "consent",
        "about-cookies",
        "cookie-consent",
        "contact",
    ] {
        assert_eq!(page.html.matches(&format!("<a tabindex=\"-1\" name=\"{name}\">")).count(), 1, "{name}");
    }
    assert!(page.html.contains("<a href=\"#cookie-list\">the list</a>"), "{}", page.html);
}
