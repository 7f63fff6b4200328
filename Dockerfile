# Debian, because the packages bring binaries for glibc.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.base.json tsconfig.json ./
COPY contract contract
COPY migrations migrations
COPY api api
COPY learn learn
COPY admin admin
COPY scripts scripts
RUN npm ci --ignore-scripts && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build --chown=node:node /app /app
COPY --chown=node:node content content
USER node
EXPOSE 3000
CMD ["node", "api/dist/main.js"]
