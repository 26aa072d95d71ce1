# The stages of tests/run, their results, and the last line.

rows=()
total_passed=0
total_failed=0

say() { printf '\n== %s\n' "$*"; }

stop() {
    printf '\ntests/run: %s\n\n0 passed, 1 failed\n' "$*" >&2
    exit 1
}

# record NAME DATABASE PASSED FAILED SKIPPED SECONDS REMARK
record() {
    local skipped_as_failed=$(($4 + $5))
    total_passed=$((total_passed + $3))
    total_failed=$((total_failed + skipped_as_failed))
    rows+=("$(printf '%-22s %-11s %7s %7s %8s %8s  %s' "$1" "$2" "$3" "$4" "$5" "$6" "$7")")
}

# check NAME COMMAND...: one check that passes or fails.
check() {
    local name=$1 began=$SECONDS
    shift
    say "$name: $*"
    if "$@"; then
        record "$name" - 1 0 0 $((SECONDS - began)) ok
    else
        record "$name" - 0 1 0 $((SECONDS - began)) FAILED
        return 1
    fi
}

# Reads cargo test's output; prints "passed failed skipped".
count_results() {
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
        /^test result: / {
            for (i = 2; i <= NF; i++) {
                if ($i ~ /^passed;/) passed += $(i - 1)
                if ($i ~ /^failed;/) failed += $(i - 1)
                if ($i ~ /^ignored;/) skipped += $(i - 1)
                if ($i == "filtered") skipped += $(i - 1)
            }
        }
        END { print passed + 0, failed + 0, skipped + 0 }'
}

# tests NAME DATABASE MINIMUM COMMAND...: counts tests; fewer than MINIMUM, a skipped one, or an error is a failure.
tests() {
    local name=$1 database=$2 minimum=$3 began=$SECONDS status=0 passed failed skipped remark=ok
    local log=$scratch/output.log
    shift 3
    say "$name on $database: $*"
    "$@" 2>&1 | tee "$log" || status=$?
    read -r passed failed skipped < <(count_results "$log")
    if [ "$skipped" -gt 0 ]; then remark="FAILED: skipped tests"; fi
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed=1
        remark="FAILED: exit status $status"
    elif [ "$failed" -gt 0 ]; then
        remark=FAILED
    elif [ "$passed" -lt "$minimum" ]; then
        failed=1
        remark="FAILED: too few tests ran"
    fi
    record "$name" "$database" "$passed" "$failed" "$skipped" $((SECONDS - began)) "$remark"
}

summary() {
    local row
    say results
    printf '%-22s %-11s %7s %7s %8s %8s  %s\n' stage database passed failed skipped seconds result
    for row in "${rows[@]}"; do printf '%s\n' "$row"; done
    printf '%-22s %-11s %7s %7s %8s %8s\n' total "" "$total_passed" "$total_failed" "" $((SECONDS - started))
    printf '\n%s passed, %s failed\n' "$total_passed" "$total_failed"
}
