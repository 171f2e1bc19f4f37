//! `privacy.html` and `request.html`: whole documents that need no JavaScript and load one style sheet of their own.

use super::Built;
use super::manifest::File;
use super::render::render;
use crate::policy::Pages;
use crate::site::Purpose;
use crate::views::policy::page::{PolicyPage, PolicyProps};
use crate::views::rights::page::{FormFiles, RequestPage, RequestProps};
use crate::words::Word;

/// The files by which the page for requests becomes the app's form, where there is JavaScript.
#[derive(Clone, Debug)]
pub(super) struct PageFiles {
    pub page: String,
    pub script: String,
    pub wasm: String,
    /// The loader's second half.
    pub later: String,
}

/// The pages that the owner does not have.
pub(super) fn pages(built: &Built, styles: &str, form: Option<&PageFiles>) -> Vec<File> {
    let declared = &built.declared;
    let mut files = Vec::new();
    if let Some(policy) = built.policy {
        let props = PolicyProps { declared: declared.clone(), document: policy.clone().into() };
        let body = render::<PolicyPage>(props);
        files.push(document(built, "privacy", Word::PagePrivacy, styles, "", &body));
    }
    if Pages::writes_request(&declared.site) {
        let rights = built.beside.iter().find(|(view, _)| *view == "rights").map(|(_, file)| file.name.clone());
        let sells = declared.site.purposes.iter().any(Purpose::is_optional_sale);
        let files_of_form = form.zip(rights).map(|(PageFiles { script, wasm, later, .. }, rights)| FormFiles {
            script: script.clone(),
            wasm: wasm.clone(),
            rights,
            later: sells.then(|| later.clone()),
        });
        let body = render::<RequestPage>(RequestProps { declared: declared.clone(), files: files_of_form });
        let script =
            form.map(|form| format!("<script type=\"module\" src=\"{}\"></script>\n", form.page)).unwrap_or_default();
        files.push(document(built, "request", Word::PageRequest, styles, &script, &body));
    }
    files
}

fn document(built: &Built, stem: &str, title: Word, styles: &str, script: &str, body: &str) -> File {
    let title = built.declared.of_site(title);
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n{script}</head>\n<body>\n{body}\n</body>\n</html>\n",
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
