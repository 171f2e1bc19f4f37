//! The native dialog: opened and closed without a throw, whatever it is called on.

use courtesy::browser::dialog::{self, NoDialog};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlDialogElement};

fn element(name: &str) -> Element {
    web_sys::window()
        .and_then(|window| window.document())
        .expect("a document")
        .create_element(name)
        .expect("an element")
}

fn in_the_page(element: &Element) {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    document.body().expect("a body").append_child(element).expect("a body");
}

#[wasm_bindgen_test]
fn a_dialog_opens_once_and_closes_once() {
    let found = element("dialog");
    in_the_page(&found);
    let open = || found.unchecked_ref::<HtmlDialogElement>().open();
    assert_eq!((dialog::open(&found), open()), (Ok(()), true));
    assert_eq!((dialog::open(&found), open()), (Ok(()), true));
    dialog::close(&found);
    assert!(!open());
    dialog::close(&found);
    found.remove();
}

#[wasm_bindgen_test]
fn what_cannot_be_opened_says_so() {
    assert_eq!(dialog::open(&element("div")), Err(NoDialog));
    assert_eq!(dialog::open(&element("dialog")), Err(NoDialog), "it stands in no page");
}
