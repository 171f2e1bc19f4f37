//! `embed.html`, for the owner: the tags to paste, and the Content-Security-Policy that a page with them needs.

use super::csp::{Header, Scripts};
use super::file::{File, integrity};
use crate::site::SiteFile;

/// Where the site's files are assumed to be, and an example of another origin; owners replace them with theirs.
const SAME_ORIGIN: &str = "/courtesy/";
const OTHER_ORIGIN: &str = "https://cdn.example/courtesy/";

/// The styles of this page that `page.css` lacks.
const STYLES: &str = "pre{overflow-x:auto;margin:12px 0 0;padding:16px;border:1px solid var(--line);border-radius:var(--radius);\
    background:var(--fill)}code{font:0.9375rem/1.55 ui-monospace,monospace;overflow-wrap:normal}\
    p code,li code,dt code{padding:1px 4px;border-radius:4px;background:var(--fill);overflow-wrap:anywhere}\
    dl{margin:16px 0 0}dt{margin-block-start:12px}dd{margin:4px 0 0}summary{margin-block-start:16px;cursor:pointer}\
    details p{margin-block-start:16px}@media print{pre{white-space:pre-wrap}}";

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Everything that a site serves: the loader with its facts inlined, the app, the site's files.
    Built,
    /// Only the site's files, for pages whose tag names them to a loader that is served elsewhere.
    SiteOnly,
}

/// The scripts of one language, to write a tag for.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub language: String,
    /// `courtesy.js`, or that of the language.
    pub plain: String,
    /// The same with integrity.
    pub checked: File,
}

/// The tag to paste into a site's pages.
pub fn tag(site: &SiteFile, form: Form) -> String {
    let when = if is_first(site) { "" } else { " async" };
    match form {
        Form::Built => format!("<script{when} src=\"{SAME_ORIGIN}courtesy.js\"></script>"),
        Form::SiteOnly => format!("<script{when} src=\"…/courtesy.js\" data-site=\"{SAME_ORIGIN}site.json\"></script>"),
    }
}

/// Whether the script must run before all others: consent modes set their defaults before any tag.
fn is_first(site: &SiteFile) -> bool {
    !(site.consent_mode.is_empty() && site.microsoft_consent_mode.is_empty())
}

/// The page; `modules` are those that the loader imports, and `styles` those of the site's pages.
pub(super) fn embed(site: &SiteFile, tags: &[Tag], modules: &[&File], styles: &str) -> File {
    let page = Page { site, tags, modules };
    let name = escaped(&page.name());
    let body = [page.plain(&name), page.policy(), page.integrity(), page.trusted(), page.elsewhere()].concat();
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>Embedding Courtesy: {name}</title>\n<style>{styles}{STYLES}</style>\n</head>\n<body>\n<main>\n{body}</main>\n\
         </body>\n</html>\n",
        styles = styles.trim_end()
    );
    File::new("embed.html".into(), html)
}

struct Page<'a> {
    site: &'a SiteFile,
    tags: &'a [Tag],
    modules: &'a [&'a File],
}

impl Page<'_> {
    fn name(&self) -> String {
        self.site.in_language(&self.site.languages[0]).name
    }

    fn plain(&self, name: &str) -> String {
        let when = if is_first(self.site) {
            "It stands first in <code>&lt;head&gt;</code> and without <code>async</code>: Google’s consent mode has to say what is \
             denied before any other tag runs."
        } else {
            "It may stand anywhere, best in <code>&lt;head&gt;</code>; with <code>async</code> the page does not wait for it."
        };
        let each = |tag: &Tag| self.element(SAME_ORIGIN, &tag.plain, None);
        format!(
            "<h1>Embedding Courtesy</h1>\n<p>{name}: what to paste into its pages. Put the whole folder that <code>courtesy build</code> \
             wrote on the server; where it is not served as <code>{SAME_ORIGIN}</code>, write your own address in its place. Visitors do \
             not need this page.</p>\n{contents}<h2 id=\"plain\">The tag</h2>\n<p>{when} It stays the same with every build.</p>\n\
             {tag}{further}",
            contents = CONTENTS,
            tag = code("tag", &each(&self.tags[0])),
            further = self.further("tag", "It speaks the language of the page. On pages in one language that is not the first, this saves a request:", each),
        )
    }

    fn policy(&self) -> String {
        let header = Header::of(self.site);
        let pages = header.written_pages().map(|policy| {
            let policy = code("csp-pages", &policy);
            format!(
                "<p>The pages that the build writes load a style sheet besides, and a form may be sent: where they are under a policy \
                 too, they need</p>\n{policy}"
            )
        });
        format!(
            "<h2 id=\"csp-needed\">The page’s Content-Security-Policy</h2>\n<p>If your pages have one, this is what Courtesy needs of it. \
             Add what the page itself needs; nothing inline has to be allowed, no style, picture, font or frame.</p>\n{csp}{why}{pages}",
            csp = code("csp", &header.page("'self'", Scripts::Any)),
            why = header.reasons(),
            pages = pages.unwrap_or_default(),
        )
    }

    fn integrity(&self) -> String {
        let each = |tag: &Tag| self.element(SAME_ORIGIN, &tag.checked.name, Some(&tag.checked));
        format!(
            "<h2 id=\"integrity\">With integrity</h2>\n<p>The browser runs the script only if it is, byte for byte, what was built, and \
             the script holds to that all that it fetches later: modules, WebAssembly, styles and texts. What differs in one byte \
             is not run and not shown; the page stays as it is, and the policy page answers instead of the details.</p>\n\
             <p>Paste it again after each build: the name tells what is inside. The files of earlier builds stay in the folder, so pages \
             that have the tag of an earlier build go on working. The policy above holds.</p>\n{tag}{further}",
            tag = code("tag-integrity", &each(&self.tags[0])),
            further = self.further("tag-integrity", "The same for pages in one language that is not the first:", each),
        )
    }

    fn trusted(&self) -> String {
        let header = Header::of(self.site);
        format!(
            "<h2 id=\"trusted-types\">Under Trusted Types</h2>\n<p>The tag without integrity works there as it is. With integrity, the \
             modules stand before it, inert: a script may not make their elements there, but it may turn them on. No policy is \
             needed, unless a gate has <code>data-src</code>: then write <code>trusted-types courtesy</code>.</p>\n{tag}\
             <p>The page’s policy:</p>\n{csp}",
            tag = code("tag-trusted", &self.with_modules(SAME_ORIGIN)),
            csp = code("csp-trusted", &header.page("'self'", Scripts::Trusted)),
        )
    }

    fn elsewhere(&self) -> String {
        let header = Header::of(self.site);
        let origin = OTHER_ORIGIN.trim_end_matches(SAME_ORIGIN);
        let each = |tag: &Tag| self.element(OTHER_ORIGIN, &tag.checked.name, Some(&tag.checked));
        format!(
            "<h2 id=\"elsewhere\">From another origin</h2>\n<p>From a CDN, for instance: <code>crossorigin</code> is needed then, and the \
             integrity wise. The pages come from there too, unless the site file names your own.</p>\n{tag}\
             <p>The page’s policy:</p>\n{csp}<p>The same under Trusted Types:</p>\n{trusted}\
             <p>What that server has to say of every file; the last line only for a file that exists and has a hash in its name, \
             <code>no-cache</code> for the others, <code>no-store</code> for a missing one. WebAssembly is sent as <code>application/wasm</code>. docs/serving.md of Courtesy has it for nginx, \
             Apache, Caddy, Netlify and Cloudflare.</p>\n{headers}",
            tag = code("tag-elsewhere", &each(&self.tags[0])),
            csp = code("csp-elsewhere", &header.page(origin, Scripts::Any)),
            trusted = code("tag-elsewhere-trusted", &self.with_modules(OTHER_ORIGIN)),
            headers = code("headers", HEADERS),
        )
    }

    fn element(&self, folder: &str, name: &str, checked: Option<&File>) -> String {
        let when = if is_first(self.site) { "" } else { " async" };
        let hash = checked.map(attributes).unwrap_or_default();
        format!("<script{when} src=\"{folder}{name}\"{hash}></script>")
    }

    /// The modules, inert until the loader activates them, before the tag with integrity, so that they exist when it runs.
    fn with_modules(&self, folder: &str) -> String {
        let first = &self.tags[0].checked;
        let modules = self.modules.iter().map(|file| {
            format!("<script type=\"text/plain\" src=\"{folder}{}\"{}></script>\n", file.name, attributes(file))
        });
        modules.collect::<String>() + &self.element(folder, &first.name, Some(first))
    }

    /// The tags of the other languages, collapsed.
    fn further(&self, id: &str, why: &str, each: impl Fn(&Tag) -> String) -> String {
        if self.tags.len() < 2 {
            return String::new();
        }
        let tags = self.tags[1..].iter().map(|tag| code(&format!("{id}-{}", tag.language), &each(tag)));
        format!("<details>\n<summary>Other languages</summary>\n<p>{why}</p>\n{}</details>\n", tags.collect::<String>())
    }
}

const CONTENTS: &str = "<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#plain\">The tag</a></li>\n\
    <li><a href=\"#csp-needed\">Content-Security-Policy</a></li>\n<li><a href=\"#integrity\">With integrity</a></li>\n\
    <li><a href=\"#trusted-types\">Under Trusted Types</a></li>\n<li><a href=\"#elsewhere\">From another origin</a></li>\n</ul></nav>\n";

const HEADERS: &str = "Access-Control-Allow-Origin: *\nCross-Origin-Resource-Policy: cross-origin\n\
    X-Content-Type-Options: nosniff\nCache-Control: public, max-age=31536000, immutable";

/// The attributes of a tag with integrity. On the same origin `crossorigin` changes nothing.
fn attributes(file: &File) -> String {
    format!(" integrity=\"{}\" crossorigin", integrity(&file.bytes))
}

/// A text to copy.
fn code(id: &str, text: &str) -> String {
    format!("<pre id=\"{id}\"><code>{}</code></pre>\n", escaped(text))
}

/// Text as the content of an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
