//! `mailto:` addresses (RFC 6068) in which no text can inject a field: no subject or letter may add a recipient to a request
//! (GDPR Article 12(2)).

/// The longest [`mail`] that is opened as an address; the visitor copies a longer letter.
///
/// The limit is set by programs, not by RFC 6068: browsers on Windows reportedly hand at most 2,046 characters to Outlook. Beyond
/// that nothing opens or the end is missing, which is worse than a letter that has to be pasted.
pub const LONGEST: usize = 2000;

/// The address that opens a letter to `email`, with the subject, if any.
///
/// Everything but RFC 3986's unreserved characters is percent-encoded, line breaks and `&` included.
pub fn mailto(email: &str, subject: Option<&str>) -> String {
    let mut address = String::from("mailto:");
    // The at sign stays; the rest of an address may contain "?" and "&" (RFC 6068 section 2).
    let (name, host) = email.rsplit_once('@').unwrap_or((email, ""));
    encode(name, &mut address);
    address.push('@');
    encode(host, &mut address);
    if let Some(subject) = subject {
        address.push_str("?subject=");
        encode(subject, &mut address);
    }
    address
}

/// The address that opens a letter to `email` with this subject and body; do not open one longer than [`LONGEST`].
///
/// The subject is one line: line breaks at its ends are dropped, and each run of others becomes a space. In the body every line break
/// becomes the `%0D%0A` that RFC 6068 section 5 requires.
pub fn mail(email: &str, subject: &str, body: &str) -> String {
    let mut address = mailto(email, Some(""));
    let mut lines = subject.split(['\r', '\n']).filter(|line| !line.is_empty());
    if let Some(first) = lines.next() {
        encode(first, &mut address);
    }
    for line in lines {
        address.push_str("%20");
        encode(line, &mut address);
    }
    address.push_str("&body=");
    // "\r\n" is one line break, so the part after a "\r" drops its "\n".
    for (line, text) in body.split('\r').enumerate() {
        let rest = if line > 0 { text.strip_prefix('\n').unwrap_or(text) } else { text };
        for (part, text) in rest.split('\n').enumerate() {
            if line + part > 0 {
                address.push_str("%0D%0A");
            }
            encode(text, &mut address);
        }
    }
    address
}

fn encode(text: &str, into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(byte.into());
        } else {
            into.push('%');
            into.push(DIGITS[usize::from(byte >> 4)].into());
            into.push(DIGITS[usize::from(byte & 15)].into());
        }
    }
}
