//! Every address that the standards allow is taken as it is, and what only looks like one is refused with the way to write it.

use courtesy::rights::mailto;
use courtesy::site::{Country, Email, Link, Phone, Url};

#[test]
fn emails_of_every_form_are_taken() {
    for email in [
        "privacy+requests@example.com",
        "\"data protection\"@example.com",
        "\"a@b\"@example.com",
        r#""a\"b"@example.com"#,
        "datenschutz@müller.example",
        "datenschutz@xn--mller-kva.example",
        "用户@例え.テスト",
        "الخصوصية@مثال.إختبار",
        "privacy@[192.0.2.1]",
        "privacy@[IPv6:2001:db8::1]",
        "o'hara/legal=eu@sub.example.co.uk",
    ] {
        assert!(email.parse::<Email>().is_ok(), "{email}");
    }
    for email in [
        "Privacy <a@example.com>",
        "mailto:a@example.com",
        "a@example.com, b@example.com",
        "\"a@example.com",
        "a b@example.com",
        "a@[192.0.2.999]",
        "a@[2001:db8::1]",
        "a@-example.com",
        "a\u{200b}@example.com",
        "a@example.com?bcc=x",
    ] {
        assert!(email.parse::<Email>().is_err(), "{email}");
    }
    assert!("Privacy <a@example.com>".parse::<Email>().unwrap_err().fix.contains("without a name"));
}

#[test]
fn an_address_stays_one_in_its_link() {
    for (email, link) in [
        ("\"a@b\"@example.com", "mailto:%22a%40b%22@example.com"),
        ("用户@例え.テスト", "mailto:%E7%94%A8%E6%88%B7@%E4%BE%8B%E3%81%88.%E3%83%86%E3%82%B9%E3%83%88"),
        ("a+b@example.com", "mailto:a%2Bb@example.com"),
        ("a@[192.0.2.1]", "mailto:a@%5B192.0.2.1%5D"),
        ("\"a?bcc=x&y\"@example.com", "mailto:%22a%3Fbcc%3Dx%26y%22@example.com"),
    ] {
        assert_eq!(mailto(email, None), link);
    }
}

#[test]
fn telephone_numbers_are_dialled_as_they_are_meant() {
    for (written, link, shown) in [
        ("+1 555 0100", "tel:+15550100", "+1 555 0100"),
        ("+1 (800) 555-0199", "tel:+18005550199", "+1 (800) 555-0199"),
        ("+49.30.901820", "tel:+4930901820", "+49.30.901820"),
        ("tel:+44-20-7946-0000", "tel:+442079460000", "+44-20-7946-0000"),
        ("+1 555 010 0199 ext. 12", "tel:+15550100199;ext=12", "+1 555 010 0199 ext. 12"),
        ("+1 555 010 0199 x12", "tel:+15550100199;ext=12", "+1 555 010 0199 ext. 12"),
        ("+15550100199;ext=12", "tel:+15550100199;ext=12", "+15550100199 ext. 12"),
    ] {
        let phone: Phone = written.parse().unwrap_or_else(|fault| panic!("{written}: {fault}"));
        assert_eq!((phone.link().as_str(), phone.shown().as_str()), (link, shown), "{written}");
    }
    for (written, hint) in [
        ("0800 555 0199", "begin with \"+\""),
        ("555-0100", "begin with \"+\""),
        ("+49 (0)30 901820", "remove \"(0)\""),
        ("+1 800 FLOWERS", "the digits they stand for"),
        ("+1 555", "7 to 15"),
        ("+1 555 010 0199 555 010 0199", "7 to 15"),
        ("+0 555 010 0199", "write digits"),
        ("+1 555 010 0199 or +1 555 010 0198", "write digits"),
        ("+1 555 010 0199;ext=", "write digits"),
        ("", "begin with \"+\""),
    ] {
        let fault = written.parse::<Phone>().expect_err(written);
        assert!(fault.fix.contains(hint), "{written}: {fault}");
    }
}

#[test]
fn web_addresses_have_ports_other_alphabets_and_numbers() {
    for url in [
        "https://example.com:8443/imprint",
        "https://müller.example/impressum",
        "https://xn--mller-kva.example",
        "https://[2001:db8::1]:8443/",
        "http://192.0.2.1:8080/a?b#c",
        "https://例え.テスト/",
        "https://example.com./",
    ] {
        assert!(url.parse::<Url>().is_ok() && url.parse::<Link>().is_ok(), "{url}");
    }
}

#[test]
fn countries_go_by_their_codes() {
    for code in ["DE", "GB", "US", "IE", "XK", "TW", "AQ"] {
        assert!(code.parse::<Country>().is_ok(), "{code}");
    }
    for (code, hint) in [
        ("UK", "\"GB\""),
        ("EL", "\"GR\""),
        ("EU", "is none"),
        ("de", "capital"),
        ("USA", "capital"),
        ("ZZ", "capital"),
        ("Germany", "capital"),
    ] {
        assert!(code.parse::<Country>().expect_err(code).fix.contains(hint), "{code}");
    }
    let named = |language| courtesy::words::country("DE", language);
    assert_eq!(
        ["en", "de", "ar", "fr", "pt-BR", "de-AT", "xx"].map(named),
        ["Germany", "Deutschland", "ألمانيا", "Allemagne", "Alemanha", "Deutschland", "Germany"]
    );
}
