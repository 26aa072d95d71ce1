DROP INDEX audit_log_by_time;
