# The image of the whole workspace: every service of the fleet is one command in it (compose.yaml, k8s/manifests).
# What is pinned here by a version may be pinned by a digest where images are built.
FROM node:24.21.0-bookworm-slim AS made
WORKDIR /atelier
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --config.confirmModulesPurge=false \
  && cd web && node node_modules/vite/bin/vite.js build && node node_modules/vite/bin/vite.js build --config vite.graphiql.config.ts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--disable-warning=ExperimentalWarning
WORKDIR /atelier
COPY --from=made /atelier /atelier
# Where services keep files; a volume that is mounted here for the first time belongs to its user, too.
RUN install -d -o 10001 -g 10001 /data
USER 10001:10001
CMD ["node", "--version"]
