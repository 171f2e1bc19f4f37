//! A table of words is refused by code whose words have other indices.

use courtesy::words::{PATHS, SHAPE, shape};

/// The words with their numbers of texts: six where there are plural forms.
fn words() -> Vec<(&'static str, usize)> {
    PATHS.iter().map(|(path, is_plural)| (*path, if *is_plural { 6 } else { 1 })).collect()
}

#[test]
fn the_shape_is_that_of_the_words() {
    assert_eq!(shape(words()), SHAPE);
}

#[test]
fn any_change_of_an_index_is_another_shape() {
    let sent = words().into_iter().filter(|(path, _)| !path.starts_with("pages.")).count();
    assert!(sent > 50, "{sent}");
    for index in 0..sent {
        let mut plural = words();
        plural[index].1 = 7 - plural[index].1;
        assert_ne!(shape(plural), SHAPE, "{} with other plural forms", words()[index].0);
        let mut without = words();
        without.remove(index);
        assert_ne!(shape(without), SHAPE, "without {}", words()[index].0);
    }
    let mut swapped = words();
    swapped.swap(0, 1);
    assert_ne!(shape(swapped), SHAPE);
}
