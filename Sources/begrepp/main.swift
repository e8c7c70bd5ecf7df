import Commands

Begrepp.start()
