# The contract of the API: a server, and generated requests to it.

stop_server() {
    [ -n "${server_pid:-}" ] || return 0
    kill -TERM "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# start_server NAME DATABASE_URL: starts a server with its own data folder; sets `server_pid`, `server_url` and `key`.
# Proof of work and client limits are off, because all requests come from one client.
start_server() {
    local data=$scratch/contract-$1 port attempt
    local tidings=(env DATABASE_URL="$2" TIDINGS_DATA_DIR="$data" TIDINGS_RELAY=capture: TIDINGS_PROOF_OF_WORK=off
        TIDINGS_CLIENT_LIMITS=off TIDINGS_SECRET=this-secret-of-a-test-protects-nothing
        "$target/debug/tidings")
    mkdir "$data"
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$((20000 + RANDOM % 12000))
        port_is_free "$port" || continue
        TIDINGS_LISTEN=127.0.0.1:$port "${tidings[@]}" serve >"$data.log" 2>&1 &
        server_pid=$!
        server_url=http://127.0.0.1:$port
        while kill -0 "$server_pid" 2>/dev/null; do
            if port_is_free "$port"; then sleep 0.1 && continue; fi
            "${tidings[@]}" newsletter add --slug morning-tide --name "Morning Tide" --sender tide@example.org \
                --contact contact@example.org --postal-address "1 Quay Street, Harbour" >/dev/null &&
                key=$("${tidings[@]}" api-key add --name contract --role admin)
            return
        done
        stop_server
        echo "the server did not start on port $port (attempt $attempt)" >&2
    done
    cat "$data.log" >&2
    return 1
}

# contract NAME DATABASE_URL: sends valid and invalid requests generated from the OpenAPI document; every response must
# match the document and none may be a 5xx. Excluded: two checks that do not know the nouns' rules and replayed answers,
# and the operations that would make the server resolve invented host names.
contract() {
    local schemathesis status=0
    schemathesis=$(python_home)/bin/schemathesis
    start_server "$@" || return 1
    # It writes its cache to the working folder.
    (cd "$scratch" && "$schemathesis" run "$server_url/api/v1/openapi.json" \
        --header "Authorization: Bearer $key" --max-examples 20 --seed 1 --no-color --workers 2 \
        --exclude-checks positive_data_acceptance,ensure_resource_availability --exclude-operation-id post_feeds \
        --exclude-operation-id patch_feeds_id) ||
        status=1
    stop_server
    return "$status"
}
