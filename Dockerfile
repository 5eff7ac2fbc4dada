# Node 24 is what customers should run; the same major in both stages, because better-sqlite3 is compiled for it.
FROM node:24-bookworm-slim AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 ca-certificates \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/diaodu
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /srv/diaodu
COPY --from=build /srv/diaodu/package.json ./
COPY --from=build /srv/diaodu/node_modules ./node_modules
COPY --from=build /srv/diaodu/dist ./dist
COPY --from=build /srv/diaodu/config ./config
# The data are the only thing the service writes to, besides the papers.
RUN mkdir -p data out && chown node:node data out
USER node
VOLUME ["/srv/diaodu/data", "/srv/diaodu/out"]
CMD ["node", "dist/main.js"]
