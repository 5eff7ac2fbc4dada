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

# One image for both programs: `node dist/main.js` answers people, `node dist/worker.js` works the schedule.
FROM node:24-bookworm-slim
# pg_dump and pg_restore of Debian 12 are those of PostgreSQL 15; they refuse a newer server, so docker-compose.yml runs 15.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /srv/diaodu
COPY --from=build /srv/diaodu/package.json ./
COPY --from=build /srv/diaodu/node_modules ./node_modules
COPY --from=build /srv/diaodu/dist ./dist
COPY --from=build /srv/diaodu/config ./config
COPY --from=build /srv/diaodu/deploy/worker-health.mjs ./deploy/
# Data, papers and backups are all that is written, besides /tmp: the rest may be mounted read-only.
RUN mkdir -p data out backup && chown node:node data out backup
USER node
VOLUME ["/srv/diaodu/data", "/srv/diaodu/out", "/srv/diaodu/backup"]
# The two programs are healthy in different ways; docker-compose.yml says how each is asked.
CMD ["node", "dist/main.js"]
