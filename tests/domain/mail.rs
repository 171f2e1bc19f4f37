//! Letters by mail: what stands in the address is what the mail program gets, and no field that nobody wrote.

use courtesy::rights::{LONGEST, mail};
use courtesy::site::Email;
use proptest::prelude::*;
use url::{Url, form_urlencoded};

/// What a mail program reads: the receiver, and each field.
fn opened(address: &str) -> (String, Vec<(String, String)>) {
    // "+" stands for itself in a mailto address (RFC 6068 section 5), for a space where the url crate reads a form.
    assert!(!address.contains('+'), "{address}");
    let url = Url::parse(address).expect("an address");
    assert_eq!((url.scheme(), url.fragment(), url.as_str()), ("mailto", None, address));
    let to = form_urlencoded::parse(url.path().as_bytes()).map(|(name, value)| format!("{name}{value}")).collect();
    (to, url.query_pairs().into_owned().collect())
}

fn email(text: &str) -> Email {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn holds(to: &str, subject: &str, body: &str) {
    let address = mail(email(to).as_str(), subject, body);
    let unbroken: Vec<_> = subject.split(['\r', '\n']).filter(|line| !line.is_empty()).collect();
    let body = body.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n");
    let fields = vec![("subject".to_owned(), unbroken.join(" ")), ("body".to_owned(), body)];
    assert_eq!(opened(&address), (to.to_owned(), fields));
    assert!(address.bytes().all(|byte| byte.is_ascii_graphic()), "{address}");
    assert!(address.matches(['?', '&', '#', '@']).eq(["@", "?", "&"]), "{address}");
}

#[test]
fn hostile_texts_add_no_receiver_and_no_field() {
    for text in [
        "&bcc=x@y.z",
        "?cc=x@y.z",
        "#bcc",
        "%0D%0ABcc: x@y.z",
        "\r\nBcc: x@y.z\r\n\r\nanother body",
        "x\u{2028}Bcc: y\u{2029}z\u{85}",
        "\u{202E}\u{200F}\u{2067}right to left",
        "👩‍👩‍👧 e\u{301} 日本語 \u{10FFFF}",
        "a+b = c; d, \"e\" <f> \\ `g` {h} | ^i~",
        "\0\t\u{b}\u{c}\u{1b}\u{7f}",
        "",
        " ",
    ] {
        holds("privacy@example.com", text, text);
    }
    holds("!#$%&'*+/=?^_`{|}~-.@example.com", "&subject=", "&body=");
    holds("privacy@example.com", "California Privacy Request", &"\r\nÄ&?".repeat(2_500));
}

#[test]
fn a_body_keeps_its_lines_whichever_break_they_were_written_with() {
    let address = mail("a@b.c", "S", "\none\r\ntwo\rthree\nfour\n\rfive\r\r\nsix\r");
    assert_eq!(
        address,
        "mailto:a@b.c?subject=S&body=%0D%0Aone%0D%0Atwo%0D%0Athree%0D%0Afour%0D%0A%0D%0Afive%0D%0A%0D%0Asix%0D%0A"
    );
}

#[test]
fn a_subject_stays_one_line() {
    let address = mail("a@b.c", "\r\none\r\n\r\ntwo\rthree\nfour\n", "");
    assert_eq!(address, "mailto:a@b.c?subject=one%20two%20three%20four&body=");
}

#[test]
fn a_short_letter_is_opened_and_one_of_10_000_characters_is_not() {
    let letter = |body: &str| mail("privacy@example.com", "California Privacy Request", body).len();
    assert!(letter("Please delete what you hold about me.\n\nJane Doe, jane@example.com\n") <= LONGEST);
    assert!(letter(&"a".repeat(10_000)) > LONGEST);
    // What counts is the address: three characters for each octet.
    assert!(letter(&"🙂".repeat(200)) > LONGEST);
}

proptest! {
    #[test]
    fn any_letter_arrives_as_it_was_written(
        to in "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}@[a-z0-9]{1,10}([.][a-z]{2,5}){0,2}", subject in any::<String>(), body in any::<String>(),
    ) {
        holds(&to, &subject, &body);
    }

    #[test]
    fn any_line_breaks_and_delimiters_arrive_as_they_were_written(subject in "[\r\n&?#%=+;: a@]{0,40}", body in "[\r\n&?#%=+;: a@]{0,80}") {
        holds("a@b.c", &subject, &body);
    }
}
