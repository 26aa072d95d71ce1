//! The CPU time of processes, as the kernel's scheduler counts it (`schedstat`).

/// CPU of the threads that a process has at this moment, in nanoseconds; 0 if it has ended. A thread that ends takes its
/// time along, so that a later number may be smaller.
pub fn cpu_of(pid: u32) -> u64 {
    let Ok(tasks) = std::fs::read_dir(format!("/proc/{pid}/task")) else { return 0 };
    let of_task = |task: std::io::Result<std::fs::DirEntry>| {
        let text = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    };
    tasks.filter_map(of_task).sum()
}

/// CPU of a process's children, in nanoseconds.
pub fn cpu_of_children(pid: u32) -> u64 {
    let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    children.split_whitespace().filter_map(|child| child.parse().ok()).map(cpu_of).sum()
}
