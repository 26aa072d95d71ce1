# Why a row of a CSV file was not imported.
import-encoding = The line is not UTF-8; save the file as UTF-8.
import-unclosed-quote = A quoted cell does not end.
import-carriage-return = There is a carriage return (CR) within the line; save the file with LF or CRLF.
import-too-long = The row is longer than 1 MB.
import-other-newsletter = This is a reader of “{ $slug }”, who has not agreed to this newsletter.

# Why a CSV file was not imported.
import-header-unreadable = line 1: { $reason }
import-header-separator = the file has no column “email”: its columns seem to be separated by { $separator }; save it with commas
import-header-synonym = the file has no column “email”: rename the column “{ $name }”
import-header-missing = the file has no column “email”: its first line is already a reader; put the line “email,name” above it
import-header-no-email = the file has no column “email”: its first line must name the columns

# Why a file of articles was not imported.
article-file-not-json = The file is not JSON: { $detail }
article-file-not-articles = The file must have an article (an object) or a list of articles (an array of objects).
article-file-no-front-matter = The file must begin with front matter: TOML between two lines of three plus signs.
article-file-bad-front-matter = The front matter is not TOML: { $detail }
