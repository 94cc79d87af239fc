// A Blueprint that is as small as a shop can be: a service, its database, and nothing wrong.

export const SHOP = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - {key: DATABASE_URL, fromDatabase: {name: orders, property: connectionString}}
databases:
  - {name: orders, plan: basic-256mb, ipAllowList: []}
`;
