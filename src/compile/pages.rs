//! `privacy.html` and `request.html`: whole documents that need no JavaScript and load one style sheet of their own; and `privacy.md`.

use super::file::File;
use super::localized_site::LocalizedSite;
use super::render::render;
use crate::policy::Pages;
use crate::site::Purpose;
use crate::views::policy::header::{HeaderProps, PageHeader};
use crate::views::policy::markdown::markdown;
use crate::views::policy::page::{PolicyPage, PolicyProps};
use crate::views::rights::page::{FormFiles, RequestPage, RequestProps};
use crate::words::Word;

/// The files that turn the request page into the app's form where there is JavaScript.
#[derive(Clone, Debug)]
pub(super) struct PageFiles {
    pub page: String,
    pub script: String,
    pub wasm: String,
    /// The loader's lazy module.
    pub lazy: String,
}

/// The pages for which the owner has none.
pub(super) fn pages(localized: &LocalizedSite, styles: &str, form: Option<&PageFiles>) -> Vec<File> {
    let declared = &localized.declared;
    let mut files = Vec::new();
    if let Some(policy) = localized.policy {
        let props = PolicyProps { declared: declared.clone(), document: policy.clone().into() };
        let body = render::<PolicyPage>(props);
        files.push(document(localized, ("privacy", Word::PagePrivacy), styles, "", &body));
        files.push(File::new(localized.name("privacy", "md"), markdown(declared, policy)));
    }
    if Pages::writes_request(&declared.site) {
        let rights = localized.view_files.iter().find(|(view, _)| *view == "rights").map(|(_, file)| file.name.clone());
        let sells = declared.site.purposes.iter().any(Purpose::is_optional_sale);
        let files_of_form = form.zip(rights).map(|(PageFiles { script, wasm, lazy, .. }, rights)| FormFiles {
            script: script.clone(),
            wasm: wasm.clone(),
            rights,
            later: sells.then(|| lazy.clone()),
        });
        let body = render::<RequestPage>(RequestProps { declared: declared.clone(), files: files_of_form });
        let script =
            form.map(|form| format!("<script type=\"module\" src=\"{}\"></script>\n", form.page)).unwrap_or_default();
        files.push(document(localized, ("request", Word::PageRequest), styles, &script, &body));
    }
    files
}

/// A page: the site's name, a link to the other page, and the body.
fn document(localized: &LocalizedSite, (stem, title): (&str, Word), styles: &str, script: &str, body: &str) -> File {
    let declared = &localized.declared;
    let header =
        render::<PageHeader>(HeaderProps { declared: declared.clone(), is_policy: title == Word::PagePrivacy });
    let names = [("title", declared.say(title)), ("site", declared.site.name.as_str())];
    let title = declared.words.fill(Word::PageTitle, &names);
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{styles}\">\n{script}</head>\n<body>\n{header}\n{body}\n</body>\n</html>\n",
        language = localized.language,
        direction = localized.declared.words.direction.as_str(),
        title = escaped(&title),
    );
    File::new(localized.name(stem, "html"), html)
}

/// Text as the content of an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
