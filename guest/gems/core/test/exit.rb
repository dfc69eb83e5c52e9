# exit and abort.
def status_of
  yield
rescue SystemExit => stopped
  [stopped.status, stopped.success?]
end
same status_of { exit }, [0, true]
same status_of { exit(false) }, [1, false]
same status_of { exit(7) }, [7, false]
same status_of { abort }, [1, false]
instead = "backquotes not implemented: a sandbox has no processes (bind a service that does the work)"
raises(NotImplementedError, instead) { `ls` }
same status_of { exit(true) }, [0, true]
same status_of { abort("why") }, [1, false]
