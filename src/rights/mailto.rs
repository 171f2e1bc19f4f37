//! `mailto:` addresses (RFC 6068), in which nothing that is quoted can add a field of its own: facilitating a right
//! (GDPR Article 12(2)) is not letting a text choose who else reads the request.

/// The longest [`mail`] that is opened as an address; a longer one is copied by the visitor instead.
///
/// Not RFC 6068 but programs set it: of what browsers on Windows hand to Outlook, reports measured 2,046 characters to be the
/// most; over it nothing opens, or the end is missing. A request that arrives cut in two is worse than one that is pasted.
pub const LONGEST: usize = 2000;

/// The address that opens a letter to `email`, with a subject where one is stated.
///
/// Everything but RFC 3986's unreserved characters is percent-encoded, line breaks and `&` included: a subject stays a subject.
pub fn mailto(email: &str, subject: Option<&str>) -> String {
    let mut address = String::from("mailto:");
    // The at sign stays, the rest of an address may hold "?" and "&" (RFC 6068 section 2).
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

/// The address that opens a letter to `email` with this subject and this body; over [`LONGEST`] it is not to be opened.
///
/// A subject is one line: a run of line breaks in it becomes one space, and at its ends nothing. In the body each line break,
/// however it was written, is the `%0D%0A` that RFC 6068 section 5 asks for.
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
    // "\r\n" is one line break: what follows the "\r" of one has lost its "\n".
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
