//! A small story to propose from.

use crate::story::Story;

/// Companies, tea mills among them, a harvest in tonnes, its rise and its fall, a day.
pub(super) fn story() -> Story {
    let fact = |id: &str, printed: &str, unit: &str, label: &str| {
        format!(
            r#"{{ "id": "{id}", "paragraph": "P1", "printed": "{printed}", "unit": "{unit}", "label": {{ "zh": "{label}" }} }}"#
        )
    };
    let facts = [
        fact("mills", "30家", "company", "企业"),
        fact("tea", "12家", "company", "茶厂"),
        fact("silk", "18家", "company", "丝厂"),
        fact("harvest", "12万吨", "t", "产量"),
        fact("rise", "9%", "percent", "产量增长"),
        fact("fall", "下降4%", "percent", "丝产量变化"),
        r#"{ "id": "day", "paragraph": "P1", "printed": "7月3日", "date": "2024-07-03", "label": { "zh": "开工" } }"#
            .to_owned(),
    ];
    let story = format!(
        r#"{{
            "locales": ["zh"], "facts": [{}],
            "units": [
                {{ "id": "company", "dimension": "company", "form": {{ "zh": "{{}}家" }}, "counts": true }},
                {{ "id": "t", "dimension": "t", "form": {{ "zh": "{{}}吨" }} }},
                {{ "id": "percent", "dimension": "1", "form": {{ "zh": "{{}}%" }}, "scale": 100 }}
            ]
        }}"#,
        facts.join(",")
    );
    crate::testing::story_with(&story)
}
