//! Articles in other languages and scripts: found, compared, and named in URLs.

use tidings::article::import::ArticleInput;
use tidings::article::{self, SearchResults, indexing, similar};
use tidings::db::Conn;

use super::{Desk, NOW, desk, titled, titles};

fn with_body(title: &str, body: &str) -> ArticleInput {
    ArticleInput { body_markdown: Some(body.into()), ..titled(title) }
}

const GERMAN: &str =
    "Der Bürgermeister Müller hat am Montag gesagt, dass die Straße zwischen den Häusern bald fertig ist.";
const ENGLISH: &str =
    "The delegations were talking about tariffs until the evening, and nobody expects a result before Friday.";
const ARABIC: &str = "أعلنت المدرسة يوم الاثنين عن برنامج جديد للطلاب في المدينة القديمة بعد اجتماع طويل";
const JAPANESE: &str = "東京で月曜日に地震がありました。気象庁によると、けが人はいません。";
const KOREAN: &str = "서울시는 월요일 새로운 교통 규정을 발표했다고 시민들에게 알렸다.";

fn of_many_languages() -> Desk {
    let mut desk = desk();
    for (title, body) in
        [("Wege", GERMAN), ("Trade", ENGLISH), ("خبر", ARABIC), ("ニュース", JAPANESE), ("소식", KOREAN)]
    {
        desk.keep("Paper", with_body(title, body));
    }
    desk
}

fn finds(desk: &mut Desk) {
    for (query, expected) in [
        ("Mueller", "Wege"),
        ("müller", "Wege"),
        ("muller", "Wege"),
        ("strasse", "Wege"),
        ("Haus", "Wege"),
        ("talks", "Trade"),
        ("delegation tariff", "Trade"),
        ("المدرسه", "خبر"),
        ("اعلنت", "خبر"),
        ("気象庁", "ニュース"),
        ("地震", "ニュース"),
        ("震", "ニュース"),
        ("교통", "소식"),
        ("서울시는", "소식"),
    ] {
        let SearchResults { articles, .. } = article::search(&mut desk.conn, query, 9, 0).unwrap();
        assert_eq!(titles(&articles), [expected], "{query}");
    }
    for query in ["京都", "Maus", "التالي", "부산"] {
        assert_eq!(article::search(&mut desk.conn, query, 9, 0).unwrap().total, 0, "{query}");
    }
}

#[test]
fn words_are_found_in_every_spelling_and_script() {
    finds(&mut of_many_languages());
}

#[test]
fn articles_of_an_earlier_version_are_indexed_again() {
    let mut desk = of_many_languages();
    let as_before = "DELETE FROM article_search; UPDATE articles SET language = NULL, title_key = NULL;
        UPDATE article_terms SET terms = '', gist = ''; INSERT INTO articles_to_index SELECT id FROM articles";
    desk.conn.write_transaction(|conn| conn.batch(as_before)).unwrap();
    assert_eq!(article::search(&mut desk.conn, "strasse", 9, 0).unwrap().total, 0);
    let changed = desk.keep("Paper", with_body("Trade", "Other words"));
    let articles = indexing::next(&mut desk.conn).unwrap();
    let derived = indexing::derived(&articles);
    desk.import_at(NOW.plus(1), "Paper", &[with_body("Trade", ENGLISH).check(chrono_tz::UTC).unwrap()]);
    desk.conn.write_transaction(|conn: &mut Conn| indexing::keep(conn, &articles, &derived)).unwrap();
    assert!(indexing::next(&mut desk.conn).unwrap().is_empty());
    finds(&mut desk);
    assert_eq!(article::text(&mut desk.conn, changed).unwrap().unwrap().language.as_deref(), Some("en"));
}

#[test]
fn similar_news_and_stories_are_found_without_spaces_between_words() {
    let mut desk = desk();
    let report = |title: &str, summary: &str| ArticleInput { summary: Some(summary.into()), ..titled(title) };
    let first = desk.keep("Paper", report("岩手県沖でマグニチュード6.9の地震", "日曜日の午後、岩手県沖でマグニチュード6.9の地震があり、気象庁は津波注意報を出した。津波注意報は3時間後に解除された。"));
    let same = desk.keep("Wire", report("岩手県沖で地震、津波注意報は解除", "岩手県沖でマグニチュード6.9の地震があり、気象庁は津波注意報を出したが、3時間後に解除した。日曜日の午後のことだった。"));
    let like = desk.keep(
        "Paper",
        report(
            "気象庁、津波の避難訓練を発表",
            "気象庁は来月、津波に備える避難訓練を全国で行うと発表した。学校や会社も参加する。",
        ),
    );
    desk.keep("Paper", report("大相撲、横綱が優勝", "横綱が千秋楽で勝ち、三場所ぶりの優勝を決めた。"));
    desk.conn.write_transaction(similar::compare_all).unwrap();
    assert_eq!([first, same, like].map(|id| desk.get(id).story_id), [None, Some(first), None]);
    assert_eq!(desk.similar(first, 1), ["気象庁、津波の避難訓練を発表"]);
}

#[test]
fn a_slug_can_be_read_in_any_script() {
    let mut desk = desk();
    for (title, expected) in
        [("東京で地震", "dong-jing-dedi-zhen"), ("Москва слезам не верит", "moskva-slezam-ne-verit")]
    {
        let id = desk.keep("Paper", titled(title));
        assert_eq!(desk.get(id).slug, expected);
    }
}
