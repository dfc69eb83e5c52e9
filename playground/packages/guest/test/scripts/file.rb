File.read("/etc/passwd")
