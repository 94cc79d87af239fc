//! Cron expressions: five fields, in UTC (SPEC).

/// A field of an expression: its name, its range, and the words that it allows in addition to numbers.
struct CronField {
    name: &'static str,
    min: u32,
    max: u32,
    words: &'static [&'static str],
}

const CRON_FIELDS: [CronField; 5] = [
    CronField { name: "minute", min: 0, max: 59, words: &[] },
    CronField { name: "hour", min: 0, max: 23, words: &[] },
    CronField { name: "day of the month", min: 1, max: 31, words: &[] },
    CronField {
        name: "month",
        min: 1,
        max: 12,
        words: &[
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ],
    },
    CronField {
        name: "day of the week",
        min: 0,
        max: 7,
        words: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    },
];

/// What is wrong with a cron expression; `None` if nothing is, or if it uses extensions (`L`, `W`, `#`, `?`) that only
/// some readers know.
pub fn schedule_problem(schedule: &str) -> Option<String> {
    let schedule = schedule.trim();
    if schedule.starts_with('@') {
        return Some(format!("`{schedule}` is an abbreviation, not five fields"));
    }
    let fields: Vec<&str> = schedule.split_whitespace().collect();
    if fields.len() != CRON_FIELDS.len() {
        let count = fields.len();
        let s = if count == 1 { "" } else { "s" };
        return Some(format!("{count} field{s} instead of five"));
    }
    fields.iter().zip(&CRON_FIELDS).find_map(|(field, part)| part.problem(field))
}

/// The five fields that an abbreviation means to other readers; `None` for anything else.
pub fn spelled_out(schedule: &str) -> Option<&'static str> {
    Some(match schedule {
        "@yearly" | "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" | "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => return None,
    })
}

impl CronField {
    fn problem(&self, field: &str) -> Option<String> {
        field.split(',').find_map(|item| {
            let (range, step) = item.split_once('/').map_or((item, None), |(a, b)| (a, Some(b)));
            if let Some(step) = step
                && !step.parse::<u32>().is_ok_and(|step| step > 0)
            {
                return Some(format!("`{item}` is not a valid step for the {}", self.name));
            }
            if range == "*" || range.contains(['L', 'W', '#', '?']) {
                return None;
            }
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            match (self.value(from), self.value(to)) {
                (Some(from), Some(to)) if from <= to || self.words.contains(&range) => None,
                (Some(_), Some(_)) => Some(format!("`{range}` ends before it starts")),
                _ => Some(format!(
                    "`{range}` is not a valid {} ({} to {})",
                    self.name, self.min, self.max
                )),
            }
        })
    }

    fn value(&self, text: &str) -> Option<u32> {
        let word = text.to_ascii_lowercase();
        if let Some(at) = self.words.iter().position(|known| *known == word) {
            return Some(at as u32 + self.min);
        }
        text.parse().ok().filter(|value| (self.min..=self.max).contains(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_expressions() {
        for good in
            ["* * * * *", "*/15 0-6,22 1 JAN-mar Mon-Fri", "0 0 1 1 7", "5 4 * * sun", "0 0 L * ?"]
        {
            assert_eq!(schedule_problem(good), None, "{good}");
        }
        for bad in [
            "@daily",
            "",
            "* * * *",
            "0 0 * * * *",
            "60 * * * *",
            "0 24 * * *",
            "0 0 0 * *",
            "0 0 * 13 *",
            "*/0 * * * *",
            "0 0 * * 5-1",
            "every hour",
            "0 0 * * eight",
        ] {
            assert!(schedule_problem(bad).is_some(), "{bad}");
        }
    }
}
