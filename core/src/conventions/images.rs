//! Servers that speak no HTTP, by the names of their images. These are other projects' names, not facts of the
//! platform; that a web service must speak HTTP is (DOC:private-services, DOC:web-services).

/// Image names and words of service names, with the product. Elasticsearch is not here: it speaks HTTP.
const TCP_SERVERS: [(&str, &str); 18] = [
    ("mysql", "MySQL"),
    ("mysql-server", "MySQL"),
    ("mariadb", "MariaDB"),
    ("mongo", "MongoDB"),
    ("mongodb", "MongoDB"),
    ("mongodb-community-server", "MongoDB"),
    ("rabbitmq", "RabbitMQ"),
    ("kafka", "Kafka"),
    ("cp-kafka", "Kafka"),
    ("zookeeper", "ZooKeeper"),
    ("redis", "Redis"),
    ("valkey", "Valkey"),
    ("memcached", "Memcached"),
    ("postgres", "Postgres"),
    ("postgresql", "Postgres"),
    ("postgis", "Postgres"),
    ("pgvector", "Postgres"),
    ("pgbouncer", "PgBouncer"),
];

/// Words that say no more than which one it is: `mysql-server`, `redis-prod-2`.
const FILLERS: [&str; 12] = [
    "server",
    "db",
    "database",
    "broker",
    "cluster",
    "primary",
    "prod",
    "production",
    "staging",
    "dev",
    "test",
    "main",
];

fn product(name: &str) -> Option<&'static str> {
    TCP_SERVERS.iter().find(|(image, _)| *image == name).map(|(_, product)| *product)
}

/// Name and tag of the image behind a URL.
pub(super) fn image_name(url: &str) -> Option<(&str, &str)> {
    let last = url.trim().rsplit('/').next()?;
    let last = last.split('@').next()?;
    Some(last.split_once(':').unwrap_or((last, "")))
}

/// The last word of a service's name, in lower case, that says more than which one it is.
pub(super) fn telling_word(folded: &str) -> Option<&str> {
    folded
        .split(['-', '_', ' '])
        .rfind(|word| !FILLERS.contains(word) && !word.bytes().all(|b| b.is_ascii_digit()))
}

/// The product behind the URL of an image, when it is one that speaks no HTTP. Tags with a console
/// (`rabbitmq:4-management`) do.
pub fn tcp_server_of_image(url: &str) -> Option<&'static str> {
    let (name, tag) = image_name(url)?;
    if tag.contains("management") { None } else { product(name) }
}

/// The product that the name of a service says it is: `mysql`, `shop-redis`, `mongo-server-2`; but not `mongo-express`.
/// `rabbitmq` alone does not tell whether it has the console, as Render's own example does.
pub fn tcp_server_of_name(name: &str) -> Option<&'static str> {
    let folded = name.to_ascii_lowercase();
    let telling = telling_word(&folded)?;
    product(telling.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|product| *product != "RabbitMQ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_servers_by_their_images() {
        assert_eq!(tcp_server_of_image("docker.io/library/mysql:8.4"), Some("MySQL"));
        assert_eq!(tcp_server_of_image("bitnami/mongodb@sha256:00"), Some("MongoDB"));
        assert_eq!(tcp_server_of_image("rabbitmq:4-management"), None);
        assert_eq!(tcp_server_of_image("ghcr.io/acme/redis-commander"), None);
        assert_eq!(tcp_server_of_image(""), None);
    }

    #[test]
    fn tells_servers_by_their_names() {
        assert_eq!(tcp_server_of_name("Shop-MySQL-Server-2"), Some("MySQL"));
        assert_eq!(tcp_server_of_name("redis1"), Some("Redis"));
        for name in [
            "mongo-express",
            "redis-commander",
            "kafka-consumer",
            "mysql-api",
            "rabbitmq",
            "db",
            "",
        ] {
            assert_eq!(tcp_server_of_name(name), None, "{name}");
        }
    }
}
