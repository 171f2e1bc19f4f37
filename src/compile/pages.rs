//! `privacy.html` and `request.html`: whole documents that need no JavaScript and load one style sheet of their own.

use super::Built;
use super::manifest::File;
use super::render::render;
use crate::policy::Pages;
use crate::ui::page::{PageProps, PolicyPage, PolicyProps, RequestPage};
use crate::words::Word;

/// The pages that the owner does not have.
pub(super) fn pages(built: &Built, styles: &str) -> Vec<File> {
    let declared = &built.declared;
    let mut files = Vec::new();
    if let Some(policy) = built.policy {
        let props = PolicyProps { declared: declared.clone(), document: policy.clone().into() };
        let body = render::<PolicyPage>(props);
        files.push(document(built, "privacy", Word::PagePrivacy, styles, &body));
    }
    if Pages::writes_request(&declared.site) {
        let body = render::<RequestPage>(PageProps { declared: declared.clone() });
        files.push(document(built, "request", Word::PageRequest, styles, &body));
    }
    files
}

fn document(built: &Built, stem: &str, title: Word, styles: &str, body: &str) -> File {
    let title = built.declared.of_site(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        language = built.language,
        direction = built.declared.words.direction.as_str(),
        title = escaped(&title),
    );
    File::new(built.name(stem, "html"), html)
}

/// Text for the inside of an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
