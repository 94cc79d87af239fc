# The command line in an image without a shell, run by a user without rights:
#
#   docker build --tag blueprint-lens .
#   docker run --rm --volume "$PWD:/work:ro" blueprint-lens check render.yaml
#
# It has no git, so revisions (`diff main …`) need the program itself.

FROM rust:1.95-bookworm AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked --bin blueprint-lens

FROM gcr.io/distroless/cc-debian12:nonroot
LABEL org.opencontainers.image.source="https://github.com/blueprint-lens/blueprint-lens"
LABEL org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /source/target/release/blueprint-lens /usr/local/bin/blueprint-lens
COPY --from=build /source/LICENSE-MIT /source/LICENSE-APACHE /usr/share/doc/blueprint-lens/
USER nonroot
WORKDIR /work
ENTRYPOINT ["blueprint-lens"]
