package sandbox

// The objects the sandbox sends, as they stand in JSON. Only fields the sandbox can fill are here; the spec test holds them to the Bot API.

type wireUser struct {
	ID           int64  `json:"id"`
	IsBot        bool   `json:"is_bot"`
	FirstName    string `json:"first_name"`
	LastName     string `json:"last_name,omitempty"`
	Username     string `json:"username,omitempty"`
	LanguageCode string `json:"language_code,omitempty"`
}

// wireMe is the fuller user that getMe alone returns.
type wireMe struct {
	wireUser
	CanJoinGroups           bool `json:"can_join_groups"`
	CanReadAllGroupMessages bool `json:"can_read_all_group_messages"`
	SupportsInlineQueries   bool `json:"supports_inline_queries"`
	CanConnectToBusiness    bool `json:"can_connect_to_business"`
	HasMainWebApp           bool `json:"has_main_web_app"`
}

type wireChat struct {
	ID        int64  `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title,omitempty"`
	Username  string `json:"username,omitempty"`
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
}

type wireChatFull struct {
	wireChat
	AccentColorID    int             `json:"accent_color_id"`
	MaxReactionCount int             `json:"max_reaction_count"`
	PinnedMessage    *wireMessage    `json:"pinned_message,omitempty"`
	Gifts            map[string]bool `json:"accepted_gift_types"`
}

// Entity is a stretch of formatted text. Offset and Length count UTF-16 units, as Telegram does.
type Entity struct {
	Type     string    `json:"type"`
	Offset   int       `json:"offset"`
	Length   int       `json:"length"`
	URL      string    `json:"url,omitempty"`
	User     *wireUser `json:"user,omitempty"`
	Language string    `json:"language,omitempty"`
	EmojiID  string    `json:"custom_emoji_id,omitempty"`
}

type wireMessage struct {
	ID               int           `json:"message_id"`
	From             *wireUser     `json:"from,omitempty"`
	SenderChat       *wireChat     `json:"sender_chat,omitempty"`
	Date             int64         `json:"date"`
	Chat             wireChat      `json:"chat"`
	ForwardOrigin    *wireOrigin   `json:"forward_origin,omitempty"`
	AutomaticForward bool          `json:"is_automatic_forward,omitempty"`
	ReplyTo          *wireMessage  `json:"reply_to_message,omitempty"`
	EditDate         int64         `json:"edit_date,omitempty"`
	Text             string        `json:"text,omitempty"`
	Entities         []Entity      `json:"entities,omitempty"`
	Caption          string        `json:"caption,omitempty"`
	CaptionEntities  []Entity      `json:"caption_entities,omitempty"`
	Sticker          *wireSticker  `json:"sticker,omitempty"`
	Photo            []wirePhoto   `json:"photo,omitempty"`
	Document         *wireDocument `json:"document,omitempty"`
	NewMembers       []wireUser    `json:"new_chat_members,omitempty"`
	LeftMember       *wireUser     `json:"left_chat_member,omitempty"`
	PinnedMessage    any           `json:"pinned_message,omitempty"`
	MigrateTo        int64         `json:"migrate_to_chat_id,omitempty"`
	MigrateFrom      int64         `json:"migrate_from_chat_id,omitempty"`
	ReplyMarkup      *keyboard     `json:"reply_markup,omitempty"`
}

// wireGone stands for a message the bot may no longer look at.
type wireGone struct {
	Chat wireChat `json:"chat"`
	ID   int      `json:"message_id"`
	Date int64    `json:"date"` // always 0
}

type wireOrigin struct {
	Type       string    `json:"type"`
	Date       int64     `json:"date"`
	SenderName string    `json:"sender_user_name,omitempty"`
	Chat       *wireChat `json:"chat,omitempty"`
	MessageID  int       `json:"message_id,omitempty"`
}

type wireSticker struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Type     string `json:"type"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Animated bool   `json:"is_animated"`
	Video    bool   `json:"is_video"`
	Emoji    string `json:"emoji,omitempty"`
}

type wirePhoto struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
	Size     int    `json:"file_size,omitempty"`
}

type wireDocument struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Name     string `json:"file_name,omitempty"`
	MIME     string `json:"mime_type,omitempty"`
	Size     int    `json:"file_size,omitempty"`
}

type wireFile struct {
	FileID   string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Size     int    `json:"file_size,omitempty"`
	Path     string `json:"file_path,omitempty"`
}

type wireCallback struct {
	ID           string   `json:"id"`
	From         wireUser `json:"from"`
	Message      any      `json:"message,omitempty"`
	ChatInstance string   `json:"chat_instance"`
	Data         string   `json:"data,omitempty"`
}

type wireMemberChange struct {
	Chat wireChat `json:"chat"`
	From wireUser `json:"from"`
	Date int64    `json:"date"`
	Old  any      `json:"old_chat_member"`
	New  any      `json:"new_chat_member"`
}

type wireReaction struct {
	Type  string `json:"type"`
	Emoji string `json:"emoji"`
}

type wireReactionChange struct {
	Chat      wireChat       `json:"chat"`
	MessageID int            `json:"message_id"`
	User      *wireUser      `json:"user,omitempty"`
	Date      int64          `json:"date"`
	Old       []wireReaction `json:"old_reaction"`
	New       []wireReaction `json:"new_reaction"`
}

// wireMessageID is all that is told of a copy.
type wireMessageID struct {
	ID int `json:"message_id"`
}
