//! Addresses that are secrets themselves: whoever has one may post, deploy or read.

/// Hosts, or ends of hosts that begin with a dot; the path behind which such an address is secret; and whether the rule on
/// keys reports it, with what it is called.
const WEBHOOKS: &[(&str, &str, Option<&str>)] = &[
    ("hooks.slack.com", "/services/", Some("the address of a Slack webhook")),
    ("hooks.slack.com", "/workflows/", Some("the address of a Slack workflow")),
    ("hooks.slack.com", "/triggers/", Some("the address of a Slack workflow")),
    ("discord.com", "/api/webhooks/", Some("the address of a Discord webhook")),
    ("discordapp.com", "/api/webhooks/", Some("the address of a Discord webhook")),
    ("ptb.discord.com", "/api/webhooks/", Some("the address of a Discord webhook")),
    ("canary.discord.com", "/api/webhooks/", Some("the address of a Discord webhook")),
    (".webhook.office.com", "/webhookb2/", Some("the address of a Teams webhook")),
    ("outlook.office.com", "/webhook/", Some("the address of a Teams webhook")),
    ("outlook.office365.com", "/webhook/", Some("the address of a Teams webhook")),
    (".logic.azure.com", "/workflows/", None),
    (".powerplatform.com", "/powerautomate/", None),
    ("chat.googleapis.com", "/v1/spaces/", None),
    ("hooks.zapier.com", "/hooks/", None),
    ("maker.ifttt.com", "/trigger/", None),
    (".make.com", "/", None),
    (".pipedream.net", "/", None),
    ("api.telegram.org", "/bot", None),
    ("events.pagerduty.com", "/integration/", None),
    ("open.feishu.cn", "/open-apis/bot/", None),
    ("open.larksuite.com", "/open-apis/bot/", None),
    ("qyapi.weixin.qq.com", "/cgi-bin/webhook/", None),
    ("api.render.com", "/deploy/", None),
    ("api.vercel.com", "/v1/integrations/deploy/", None),
    ("api.netlify.com", "/build_hooks/", None),
    ("hc-ping.com", "/", None),
    ("uptime.betterstack.com", "/api/v1/heartbeat/", None),
    ("cronitor.link", "/", None),
    ("webhook.site", "/", None),
];

/// Shortest secret part of an address that a rule reports: shorter ones are examples.
const LONGEST_EXAMPLE: usize = 24;

/// Where the secret part of a web address begins, counted from the start of `rest`, which is what follows `https://`.
pub(super) fn secret_path(rest: &str) -> Option<usize> {
    known(rest).map(|(start, _)| start)
}

/// What webhook `rest` is the address of, when that is without doubt a secret that works.
pub(super) fn reported(rest: &str) -> Option<&'static str> {
    let (start, what) = known(rest)?;
    let secret = &rest[start..];
    let secret =
        &secret[..secret.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(secret.len())];
    let works = secret.len() > LONGEST_EXAMPLE && secret.bytes().any(|b| b.is_ascii_digit());
    what.filter(|_| works && !super::placeholders::is_placeholder(secret))
}

fn known(rest: &str) -> Option<(usize, Option<&'static str>)> {
    let slash = rest.find('/')?;
    let host = rest[..slash].rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    WEBHOOKS.iter().find_map(|(name, path, what)| {
        let fits = if name.starts_with('.') { host.ends_with(name) } else { host == *name };
        let has_more = rest[slash..].strip_prefix(path).is_some_and(|secret| !secret.is_empty());
        (fits && has_more).then_some((slash + path.len(), *what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_the_secret_begins() {
        for (rest, secret) in [
            ("hooks.slack.com/services/T0/B0/x1", Some("T0/B0/x1")),
            ("acme.webhook.office.com/webhookb2/a@b/x", Some("a@b/x")),
            ("api.telegram.org/bot123:abc/sendMessage", Some("123:abc/sendMessage")),
            ("api.render.com/deploy/srv-1?key=abc", Some("srv-1?key=abc")),
            ("hooks.slack.com/services/", None),
            ("discord.com/developers/docs", None),
            ("example.com/api/webhooks/1/x", None),
        ] {
            assert_eq!(secret_path(rest).map(|start| &rest[start..]), secret, "{rest}");
        }
    }

    #[test]
    fn reports_only_what_works() {
        let works = "hooks.slack.com/services/T00AAA111/B00BBB222/abcdefgh12345678";
        assert_eq!(reported(works), Some("the address of a Slack webhook"));
        for rest in [
            "hooks.slack.com/services/xxxx/xxxx/xxxxxxxxxxxxxxxxxxxxxx",
            "hooks.slack.com/services/YOUR/WEBHOOK/URL-FROM-SLACK-SETTINGS",
            "hooks.slack.com/services/${SLACK}",
            "hooks.zapier.com/hooks/catch/123456/abcdefgh12345678abcdefgh",
        ] {
            assert_eq!(reported(rest), None, "{rest}");
        }
    }
}
