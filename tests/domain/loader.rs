//! The loader: modules joined into one script, slots filled with JSON that stays JSON.

use std::collections::BTreeMap;

use courtesy::compile::loader::{Joined, join};

fn modules<const N: usize>(files: [(&str, &str); N]) -> BTreeMap<String, String> {
    files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

#[test]
fn modules_are_joined_behind_what_they_import() {
    let joined = join(
        &modules([
            ("a.js", "// A.\nimport { b } from \"./b.js\";\nb();\n"),
            ("b.js", "// B.\nimport { c } from \"./c.js\";\nexport const b = () => c;\n"),
            ("c.js", "// C.\nexport const c = 1;\n"),
            ("unused.js", "export const never = 1;\n"),
        ]),
        "a.js",
        Joined::Script,
    );
    assert_eq!(
        joined.as_deref(),
        Ok(
            "(() => {\n\"use strict\";\n\n// c.js\n// C.\nconst c = 1;\n\n// b.js\n// B.\nconst b = () => c;\n\n// a.js\n// A.\nb();\n})();\n"
        )
    );
}

#[test]
fn an_import_may_take_several_lines() {
    let files = modules([
        ("a.js", "import {\n  b,\n  c,\n} from \"./b.js\";\nb(c);\n"),
        ("b.js", "export const b = 1;\nexport const c = 2;\n"),
    ]);
    let joined = "(() => {\n\"use strict\";\n\n// b.js\nconst b = 1;\nconst c = 2;\n\n// a.js\nb(c);\n})();\n";
    assert_eq!(join(&files, "a.js", Joined::Script).as_deref(), Ok(joined));
}

#[test]
fn a_module_keeps_what_its_entry_exports_and_nothing_else() {
    let files =
        modules([("a.js", "import { b } from \"./b.js\";\nexport const a = b;\n"), ("b.js", "export const b = 1;\n")]);
    let joined = "\n// b.js\nconst b = 1;\n\n// a.js\nexport const a = b;\n";
    assert_eq!(join(&files, "a.js", Joined::Module).as_deref(), Ok(joined));
}

#[test]
fn two_modules_that_import_each_other_are_joined_once() {
    let files = modules([
        ("a.js", "import { b } from \"./b.js\";\nb;\n"),
        ("b.js", "import { a } from \"./a.js\";\nexport const b = 1;\n"),
    ]);
    assert_eq!(join(&files, "a.js", Joined::Script).map(|script| script.matches("const b").count()), Ok(1));
}

#[test]
fn a_name_at_the_top_of_two_modules_is_an_error() {
    let files = modules([
        ("a.js", "import { b } from \"./b.js\";\nlet site = b;\n"),
        ("b.js", "const site = 1;\nexport const b = 1;\n"),
    ]);
    assert_eq!(
        join(&files, "a.js", Joined::Script),
        Err("a.js and b.js both have `site` at the top; rename one".into())
    );
}

#[test]
fn a_module_that_is_not_there_is_an_error() {
    let files = modules([("a.js", "import { b } from \"./b.js\";\n")]);
    assert_eq!(join(&files, "a.js", Joined::Script), Err("there is no module b.js".into()));
}
