//! Tools for administrators and model servers, by the names of their images. These are other projects' names, not facts
//! of the platform.

use super::images::{image_name, telling_word};

/// A tool for administrators with a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdminTool {
    /// What people call it.
    pub name: &'static str,
    /// Whether it asks for a password unless told otherwise.
    pub asks_who: bool,
}

/// Image names, which are words of service names too, with the product and whether it asks for a password by itself.
const ADMIN_TOOLS: [(&str, &str, bool); 17] = [
    ("pgadmin4", "pgAdmin", true),
    ("pgadmin", "pgAdmin", true),
    ("adminer", "Adminer", false),
    ("phpmyadmin", "phpMyAdmin", true),
    ("grafana", "Grafana", true),
    ("grafana-oss", "Grafana", true),
    ("mongo-express", "mongo-express", false),
    ("redisinsight", "RedisInsight", false),
    ("redis-commander", "Redis Commander", false),
    ("prometheus", "Prometheus", false),
    ("alertmanager", "Alertmanager", false),
    ("jaeger", "Jaeger", false),
    ("kafka-ui", "Kafka UI", false),
    ("bull-board", "Bull Board", false),
    ("mailhog", "MailHog", false),
    ("mailpit", "Mailpit", false),
    ("celery-flower", "Flower", false),
];

/// Image names of model servers, with the product.
const MODEL_SERVERS: [(&str, &str); 7] = [
    ("ollama", "Ollama"),
    ("vllm", "vLLM"),
    ("vllm-openai", "vLLM"),
    ("triton", "Triton"),
    ("tritonserver", "Triton"),
    ("tgi", "Text Generation Inference"),
    ("text-generation-inference", "Text Generation Inference"),
];

fn admin_tool(name: &str) -> Option<AdminTool> {
    let (_, name, asks_who) = ADMIN_TOOLS.iter().find(|(image, ..)| *image == name)?;
    Some(AdminTool { name, asks_who: *asks_who })
}

/// Parts of commands that make such a tool ask for a password.
const LOGIN_FLAGS: [&str; 5] =
    ["--basic_auth", "--basic-auth", "--auth=", "--auth_provider", "--web.config.file"];

/// Words of variables that make such a tool ask for a password: `FLOWER_BASIC_AUTH`, `ME_CONFIG_BASICAUTH_USERNAME`,
/// `MP_UI_AUTH`, `HTTP_PASSWORD`, `AUTH_TYPE`, `SPRING_SECURITY_USER_PASSWORD`.
const LOGIN_WORDS: [&str; 6] = ["AUTH", "BASICAUTH", "OAUTH", "OAUTH2", "PASSWORD", "HTPASSWD"];

/// Whether a command sets up a login.
pub fn sets_up_login(command: &str) -> bool {
    LOGIN_FLAGS.iter().any(|flag| command.contains(flag))
}

/// Whether a variable of that name sets up a login.
pub fn is_login_variable(key: &str) -> bool {
    key.to_ascii_uppercase().split('_').any(|word| LOGIN_WORDS.contains(&word))
}

/// The tool behind the URL of an image. Flower has its own image, whose name alone would say little.
pub fn admin_tool_of_image(url: &str) -> Option<AdminTool> {
    let (name, _) = image_name(url)?;
    let flower = name == "flower" && url.contains("mher/");
    admin_tool(if flower { "celery-flower" } else { name })
}

/// The tool that the name of a service says it is: all of it, or its last telling word.
pub fn admin_tool_of_name(name: &str) -> Option<AdminTool> {
    let folded = name.to_ascii_lowercase().replace(['_', ' '], "-");
    admin_tool(&folded).or_else(|| admin_tool(telling_word(&folded)?))
}

/// The tool that a command starts: Celery's Flower.
pub fn admin_tool_of_command(command: &str) -> Option<AdminTool> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let flower = words.contains(&"flower") && words.iter().any(|word| word.ends_with("celery"));
    flower.then(|| admin_tool("celery-flower")).flatten()
}

/// The model server behind the URL of an image.
pub fn model_server_of_image(url: &str) -> Option<&'static str> {
    let (name, _) = image_name(url)?;
    MODEL_SERVERS.iter().find(|(image, _)| *image == name).map(|(_, product)| *product)
}

/// The model server that the name of a service says it is.
pub fn model_server_of_name(name: &str) -> Option<&'static str> {
    let folded = name.to_ascii_lowercase().replace(['_', ' '], "-");
    let word = telling_word(&folded)?;
    MODEL_SERVERS.iter().find(|(image, _)| *image == word).map(|(_, product)| *product)
}

/// Whether a command brings a database up to date, in the words of the usual tools.
pub fn migrates(command: &str) -> bool {
    let command = command.to_ascii_lowercase();
    ["migrat", "db push", "upgrade head", "db:prepare", "db:setup"]
        .iter()
        .any(|word| command.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tools() {
        let image = |url| admin_tool_of_image(url).map(|tool| tool.name);
        assert_eq!(image("docker.io/dpage/pgadmin4:9"), Some("pgAdmin"));
        assert_eq!(image("mher/flower:2.0"), Some("Flower"));
        assert_eq!(image("ghcr.io/acme/flower"), None);
        assert_eq!(admin_tool_of_name("shop_mongo-express"), None);
        assert_eq!(admin_tool_of_name("mongo-express").map(|tool| tool.asks_who), Some(false));
        assert_eq!(admin_tool_of_name("shop-grafana-2").map(|tool| tool.name), Some("Grafana"));
        assert_eq!(admin_tool_of_name("grafana-proxy"), None);
        assert!(admin_tool_of_command("celery --app tasks flower --port $PORT").is_some());
        assert!(admin_tool_of_command("./flower-shop --serve celery").is_none());
    }

    #[test]
    fn tells_logins() {
        assert!(sets_up_login("celery flower --basic_auth=$USER:$PASS"));
        assert!(!sets_up_login("celery flower --app tasks"));
        assert!(is_login_variable("FLOWER_BASIC_AUTH") && is_login_variable("HTTP_PASSWORD"));
        assert!(!is_login_variable("CELERY_BROKER_URL") && !is_login_variable("AUTHOR"));
    }

    #[test]
    fn tells_model_servers() {
        assert_eq!(model_server_of_image("vllm/vllm-openai:v0.6"), Some("vLLM"));
        assert_eq!(model_server_of_name("Chat Ollama"), Some("Ollama"));
        assert_eq!(model_server_of_name("ollama-ui"), None);
    }
}
