# Built from source, run on nothing but itself. All that changes is in /data: settings, roster, data file, heartbeat.
#
#   docker build -t fangkong .
#   docker run --rm -v fangkong:/data fangkong init        # then edit the two files
#   docker run -d -v fangkong:/data -e FANGKONG_TOKEN fangkong
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=container
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/fangkong ./cmd/fangkong
# The volume takes over whose its folder is; scratch has no command that could say so.
RUN mkdir -p /out/data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /out/fangkong /fangkong
COPY --from=build --chown=65532:65532 /out/data /data
USER 65532:65532
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=1m --timeout=10s --start-period=2m --retries=3 CMD ["/fangkong", "health"]
ENTRYPOINT ["/fangkong"]
CMD ["run"]
