# syntax=docker/dockerfile:1

# Name it with a digest for images that can be made again: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /opt/hcm
# What is installed changes more rarely than the sources. .npmrc keeps packages from running code.
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-save
COPY assets/release.json ./assets/release.json
COPY bin ./bin
COPY container ./container
COPY electron ./electron
COPY scripts ./scripts
COPY LICENSE tsconfig.json tsconfig.base.json vite.cli.config.ts ./
RUN npm run build -- cli \
  && npm prune --omit=dev --no-save

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="Hybrid Connection Manager" \
  org.opencontainers.image.description="Listener host for Azure Relay Hybrid Connections" \
  org.opencontainers.image.licenses="MIT"
# A fixed number: volumes keep their owner from image to image.
RUN groupadd --gid 10464 hcm \
  && useradd --uid 10464 --gid hcm --home-dir /var/lib/hcm --no-create-home --shell /usr/sbin/nologin hcm \
  && install --directory --mode=0700 --owner=hcm --group=hcm /var/lib/hcm
WORKDIR /opt/hcm
COPY --from=build /opt/hcm/LICENSE /opt/hcm/package.json ./
COPY --from=build /opt/hcm/bin ./bin
COPY --from=build /opt/hcm/container/health.mjs ./container/health.mjs
COPY --from=build /opt/hcm/out/cli ./out/cli
COPY --from=build /opt/hcm/node_modules ./node_modules
RUN ln -s /opt/hcm/bin/hcm.mjs /usr/local/bin/hcm
ENV NODE_ENV=production \
  HCM_HOME=/var/lib/hcm
USER 10464:10464
VOLUME ["/var/lib/hcm"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "/opt/hcm/container/health.mjs"]
ENTRYPOINT ["hcm"]
CMD ["run", "--http", "127.0.0.1:9464"]
