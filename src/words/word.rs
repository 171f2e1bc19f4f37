//! Every word by its name, as the build makes them of the keys in `www/words/en.json`, and where each is in a table of texts.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
