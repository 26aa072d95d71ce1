# Why a row of a CSV file was not imported.
import-encoding = The line is not UTF-8; save the file as UTF-8.
import-unclosed-quote = A quoted cell does not end.
import-carriage-return = There is a carriage return (CR) within the line; save the file with LF or CRLF.
import-text-behind-quote = Something stands behind the closing quote of a cell; a cell with quotes in it is written with each of them doubled.
import-too-many-cells = The row has more cells than the first line has columns; put quotes around a cell that contains the separator.
import-unclear-state = The column “{ $column }” says “{ $value }”, which is not understood. If it does not say who may be mailed, ignore that column.
import-no-state = The column “{ $column }” is empty, so the row does not say whether the reader may be mailed.
import-too-long = The row is longer than 1 MB.
import-other-newsletter = This is a reader of “{ $slug }”, who has not agreed to this newsletter.

# Why a CSV file was not imported.
import-header-unreadable = line 1: { $reason }
import-header-synonym = the file has no column “email”: rename the column “{ $name }”
import-header-missing = the file has no column “email”: its first line is already a reader; put the line “email,name” above it
import-header-no-email = the file has no column “email”: its first line must name the columns
import-header-unclear-state = { $columns } may say who has unsubscribed, and is not understood. Rename it to “state”, with the words confirmed, pending and unsubscribed, or ignore the column if it is about something else
import-header-no-state = this export of { $tool } has no column “{ $column }”, so that readers who have unsubscribed cannot be told from the others: export it with that column
import-header-nothing-to-ignore = there is no column “{ $name }” to ignore

# The programs whose exports are known.
import-tool-csv = a spreadsheet
import-tool-tidings = Tidings
import-tool-beehiiv = beehiiv
import-tool-buttondown = Buttondown
import-tool-ghost = Ghost
import-tool-keila = Keila
import-tool-kit = Kit
import-tool-listmonk = listmonk
import-tool-mailchimp = Mailchimp
import-tool-substack = Substack

# Why a file of articles was not imported.
article-file-not-json = The file is not JSON: { $detail }
article-file-not-articles = The file must have an article (an object) or a list of articles (an array of objects).
article-file-no-front-matter = The file must begin with front matter: TOML between two lines of three plus signs.
article-file-bad-front-matter = The front matter is not TOML: { $detail }
