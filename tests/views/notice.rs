//! The notice before the loader fills it: a named region, its buttons, the way to the rights.

use courtesy::views::{FirstLayer, Notice, NoticeProps};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{declared, root};

const MJPRO: &str = include_str!("../../www/sites/mjpro/site.json");

#[wasm_bindgen_test]
async fn the_notice_is_a_named_region_with_its_button_and_its_links() {
    let found = declared(MJPRO, "en");
    let (shadow, root) = root();
    let props = NoticeProps {
        texts: FirstLayer::of(&found.site, &found.words),
        links: vec!["/imprint".into()],
        storage_page: found.pages.storage.into(),
        rights_page: found.pages.rights.into(),
        language: "en".into(),
        direction: "ltr".into(),
    };
    yew::Renderer::<Notice>::with_root_and_props(root, props).render();
    yew::scheduler::flush().await;
    let find = |selector: &str| shadow.query_selector(selector).expect("a selector").expect("an element");
    let region = find("section");
    assert_eq!(region.get_attribute("aria-labelledby").as_deref(), Some(find("h2").id().as_str()));
    assert_eq!(shadow.query_selector_all("a").expect("a selector").length(), 3);
    assert_eq!(find("[data-act=rights]").get_attribute("href").as_deref(), Some("request.html"));
    assert_eq!(find("[data-act=dismiss]").text_content().as_deref(), Some("OK"));
}
