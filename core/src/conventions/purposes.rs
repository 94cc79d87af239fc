//! What a variable is for, as far as its key says so: names of well-known services, and words for kinds of secrets.

/// Words of keys, each with what such a variable holds. The first that fits counts, so providers come before kinds.
const PURPOSES: &[(&str, &str)] = &[
    (
        "RENDER_API_KEY",
        "for the Render API: Account Settings in the Dashboard, under API Keys, has it",
    ),
    ("STRIPE", "for payments through Stripe: the Stripe Dashboard, under Developers, has it"),
    ("AZURE", "for Azure: its portal has it"),
    ("OPENAI", "for the OpenAI API: its platform's page of API keys has it"),
    ("ANTHROPIC", "for the Anthropic API: its console has it"),
    ("GEMINI", "for the Gemini API: Google AI Studio has it"),
    ("SENDGRID", "for mail through SendGrid: its settings, under API Keys, have it"),
    ("RESEND", "for mail through Resend: its page of API keys has it"),
    ("MAILGUN", "for mail through Mailgun: its settings have it"),
    ("TWILIO", "for messages through Twilio: its console has it"),
    ("SLACK", "for Slack: the page of the Slack app has it"),
    ("DISCORD", "for Discord: its developer portal has it"),
    ("GITHUB", "for GitHub: its developer settings have it"),
    ("GOOGLE", "for Google: the Google Cloud console has it"),
    ("AWS", "for AWS: its console, under IAM, has it"),
    ("S3", "for a bucket in the manner of S3: its provider has it"),
    ("CLOUDINARY", "for files at Cloudinary: its dashboard has it"),
    ("SENTRY", "for reports of errors to Sentry: the settings of the Sentry project have it"),
    ("SUPABASE", "for Supabase: the settings of the Supabase project have it"),
    ("CLERK", "for sign-in through Clerk: its dashboard has it"),
    ("AUTH0", "for sign-in through Auth0: its dashboard has it"),
    ("SMTP", "for mail through SMTP: the mail provider has it"),
    ("EMAIL", "for mail"),
    ("DATABASE", "the address or the login of a database"),
    ("POSTGRES", "the address or the login of a Postgres database"),
    ("REDIS", "the address or the login of a Redis or Key Value store"),
    ("MONGO", "the address of a MongoDB database: its provider has it"),
    ("WEBHOOK", "for webhooks: the sender shows it"),
    ("JWT", "signs tokens: a long random text of your own"),
    ("SESSION", "signs sessions: a long random text of your own"),
    ("SECRET_KEY", "signs sessions or tokens: a long random text of your own"),
    ("ENCRYPTION", "encrypts data: a long random text of your own, kept for ever"),
    ("ADMIN", "the login of an administrator: your own choice"),
    ("PASSWORD", "a password: your own choice, or that of the provider"),
    ("API_KEY", "an API key: the provider that the name says has it"),
    ("CLIENT_ID", "identifies the app to a sign-in provider, whose console has it"),
    ("CLIENT_SECRET", "the app's secret at a sign-in provider, whose console has it"),
];

/// Ends of keys of settings, whatever they are settings of.
const SETTINGS: [&str; 10] = [
    "BASE_URL", "VERSION", "PORT", "REGION", "SIZE", "LEVEL", "MODEL", "MODE", "ENABLED", "TIMEOUT",
];

/// What a variable of that key holds and where it comes from; `None` when the key does not say.
pub fn purpose_of_key(key: &str) -> Option<&'static str> {
    let key = format!("_{}_", key.to_ascii_uppercase());
    if SETTINGS.iter().any(|end| key.ends_with(&format!("_{end}_"))) {
        return None;
    }
    let fits = |word: &str| key.contains(&format!("_{word}")) || key.contains(&format!("{word}_"));
    PURPOSES.iter().find(|(word, _)| fits(word)).map(|(_, purpose)| *purpose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_come_before_kinds_of_secrets() {
        let has =
            |key: &str, word: &str| purpose_of_key(key).is_some_and(|text| text.contains(word));
        assert!(has("STRIPE_WEBHOOK_SECRET", "Stripe"));
        assert!(has("STRIPE_SECRET_KEY", "Stripe"));
        assert!(has("NEXT_PUBLIC_SENTRY_DSN", "Sentry"));
        assert!(has("SECRET_KEY_BASE", "random"));
        assert!(has("openai_api_key", "OpenAI"));
        assert!(has("DEEPSEEK_API_KEY", "provider"));
        assert_eq!(purpose_of_key("OPENAI_BASE_URL"), None, "no key of the API");
        assert_eq!(purpose_of_key("LEVEL"), None);
        assert_eq!(purpose_of_key("POSTGRES_VERSION"), None, "a setting");
        assert_eq!(purpose_of_key("LAWSUITS"), None, "a word inside another one is none");
    }
}
