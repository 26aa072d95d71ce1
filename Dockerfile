# Tidings in a small image: the program, glibc and root certificates; not root; data in /data.
FROM docker.io/library/rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    cargo build --release --locked && \
    install -D -m 755 target/release/tidings /image/usr/local/bin/tidings && \
    install -D -m 644 LICENSE /image/usr/share/doc/tidings/LICENSE && \
    install -d -m 700 -o 65532 -g 65532 /image/data

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /image /
ENV TIDINGS_DATA_DIR=/data TIDINGS_LISTEN=0.0.0.0:8080
USER 65532:65532
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["/usr/local/bin/tidings", "ready"]
ENTRYPOINT ["/usr/local/bin/tidings"]
CMD ["serve"]
